import { Button } from "#app/components/govuk/button.tsx";
import { DateInput } from "#app/components/govuk/date-input.tsx";
import { Input } from "#app/components/govuk/input.tsx";
import { SubmissionKey } from "#app/components/portal/submission-key.tsx";
import { dateParts, type FormValues, rawText } from "#app/http/form-values.ts";

export interface EndFormProps {
  submissionKey: string;
  today: { day: string; month: string; year: string };
  own: boolean;
  values?: FormValues;
  errors?: Record<string, string>;
}

/** When and why an appointment ends. Today is filled in, since it ends at once unless said otherwise. */
export function EndForm({ submissionKey, today, own, values, errors = {} }: EndFormProps) {
  return (
    <form method="post">
      <SubmissionKey value={submissionKey} />
      <DateInput
        name="endsOn"
        legend="End date"
        legendSize="s"
        hint={`${own ? "You hold" : "They hold"} the office until the start of this day. Today ends it at once.`}
        defaultValues={values ? dateParts(values, "endsOn") : today}
        error={errors["endsOn"]}
      />
      <Input name="reason" label="Reason" labelSize="s" hint="Kept in the partnership’s records and not published, for example Retired" defaultValue={rawText(values, "reason")} error={errors["reason"]} />
      <Button variant="warning">{own ? "Leave this office" : "End the appointment"}</Button>
    </form>
  );
}
