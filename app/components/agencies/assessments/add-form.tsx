import { Button, ButtonGroup } from "#app/components/govuk/button.tsx";
import { Checkboxes } from "#app/components/govuk/checkboxes.tsx";
import { DateInput } from "#app/components/govuk/date-input.tsx";
import { SubmissionKey } from "#app/components/portal/submission-key.tsx";
import type { Askable } from "#app/domain/agencies/assessments/whom.ts";
import { dateParts, type FormValues, list, partsOfDate } from "#app/http/form-values.ts";

interface AddFormProps {
  agencies: readonly Askable[];
  /** The day of the round, to begin with. */
  dueOn: string;
  values?: FormValues;
  errors: Record<string, string>;
  submissionKey: string;
  cancelHref: string;
}

/** More agencies for a round under way. */
export function AddForm({ agencies, dueOn, values, errors, submissionKey, cancelHref }: AddFormProps) {
  return (
    <form method="post" noValidate>
      <SubmissionKey value={submissionKey} />
      <Checkboxes name="agency" legend="Named agencies that are not in the round" legendSize="s" small items={agencies.map(({ id, legalName }) => ({ value: id, text: legalName }))} defaultValues={list(values, "agency")} error={errors["agency"]} />
      <DateInput name="dueOn" legend="Their returns are due on" legendSize="s" hint="The same day as the others, or a later one" defaultValues={values ? dateParts(values, "dueOn") : partsOfDate(dueOn)} error={errors["dueOn"]} />
      <ButtonGroup>
        <Button>Ask them</Button>
        <a className="govuk-link" href={cancelHref}>Cancel</a>
      </ButtonGroup>
    </form>
  );
}
