import { Button, ButtonGroup } from "#app/components/govuk/button.tsx";
import { DateInput } from "#app/components/govuk/date-input.tsx";
import { Input } from "#app/components/govuk/input.tsx";
import { SubmissionKey } from "#app/components/portal/submission-key.tsx";
import { dateParts, type FormValues, partsOfDate, typedOr } from "#app/http/form-values.ts";

export interface ScheduleFormProps {
  version: { number: number; schedule: object | null };
  /** What stands now: an ISO date and a time of day, or what to begin with. */
  stored: { date: string | null; time: string };
  values?: FormValues;
  errors?: Readonly<Record<string, string>>;
  submissionKey: string;
  cancelHref: string;
}

/** When a version is to be published, in London. */
export function ScheduleForm({ version, stored, values, errors = {}, submissionKey, cancelHref }: ScheduleFormProps) {
  const date = values ? dateParts(values, "date") : partsOfDate(stored.date);
  return (
    <form method="post" noValidate>
      <SubmissionKey value={submissionKey} />
      <DateInput name="date" legend="Date of publication" legendSize="s" hint="For example, 5 10 2026. Within the next 12 months." defaultValues={date} error={errors.date} />
      <Input name="time" label="Time" labelSize="s" hint="In London. For example, 9:00am or 13:30." defaultValue={typedOr(values, "time", stored.time)} error={errors.time} width={10} autoComplete="off" />
      <ButtonGroup>
        <Button>{version.schedule ? "Move it" : `Schedule version ${String(version.number)}`}</Button>
        <a className="govuk-link" href={cancelHref}>Cancel</a>
      </ButtonGroup>
    </form>
  );
}
