import { Button, ButtonGroup } from "#app/components/govuk/button.tsx";
import { DateInput } from "#app/components/govuk/date-input.tsx";
import { Input } from "#app/components/govuk/input.tsx";
import { Textarea } from "#app/components/govuk/textarea.tsx";
import { SubmissionKey } from "#app/components/portal/submission-key.tsx";
import { dateParts, type FormValues, typedOr } from "#app/http/form-values.ts";

interface ActionFormProps {
  values?: FormValues;
  errors: Record<string, string>;
  submissionKey: string;
  cancelHref: string;
}

/** What an agency is to do, who there does it, and by when. */
export function ActionForm({ values, errors, submissionKey, cancelHref }: ActionFormProps) {
  return (
    <form method="post" noValidate>
      <SubmissionKey value={submissionKey} />
      <Textarea name="what" label="What is to be done" labelSize="s" rows={4} hint="Nothing that could identify a child or a family" defaultValue={typedOr(values, "what", "")} error={errors["what"]} />
      <Input name="owner" label="Who does it" labelSize="s" hint="A post at the agency, like “Designated safeguarding lead”, not a name" autoComplete="off" defaultValue={typedOr(values, "owner", "")} error={errors["owner"]} />
      <DateInput name="dueOn" legend="By when" legendSize="s" hint="Like 31 3 2027" defaultValues={dateParts(values, "dueOn")} error={errors["dueOn"]} />
      <ButtonGroup>
        <Button>Record the action</Button>
        <a className="govuk-link" href={cancelHref}>Cancel</a>
      </ButtonGroup>
    </form>
  );
}
