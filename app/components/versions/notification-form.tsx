import { Button, ButtonGroup } from "#app/components/govuk/button.tsx";
import { DateInput } from "#app/components/govuk/date-input.tsx";
import { SubmissionKey } from "#app/components/portal/submission-key.tsx";
import { dateParts, type FormValues } from "#app/http/form-values.ts";

export interface NotificationFormProps {
  /** What was recorded before, as the parts of its date. */
  recorded: { day: string; month: string; year: string } | null;
  values: FormValues | undefined;
  error: string | undefined;
  cancelHref: string;
  submissionKey: string;
}

/** On which day the Secretary of State was told. */
export function NotificationForm({ recorded, values, error, cancelHref, submissionKey }: NotificationFormProps) {
  return (
    <form method="post" noValidate>
      <SubmissionKey value={submissionKey} />
      <DateInput
        name="notifiedOn"
        legend="When was the Secretary of State told?"
        legendSize="m"
        hint="The day the letter or e-mail was sent, for example 3 10 2026"
        defaultValues={values ? dateParts(values, "notifiedOn") : (recorded ?? undefined)}
        error={error}
      />
      <ButtonGroup>
        <Button>{recorded ? "Correct the date" : "Record that they were told"}</Button>
        <a className="govuk-link" href={cancelHref}>Cancel</a>
      </ButtonGroup>
    </form>
  );
}
