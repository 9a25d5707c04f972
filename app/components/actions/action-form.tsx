import { LookedBox, type LookedBoxProps } from "#app/components/portal/looked-box.tsx";
import { Button, ButtonGroup } from "#app/components/govuk/button.tsx";
import { DateInput } from "#app/components/govuk/date-input.tsx";
import { Textarea } from "#app/components/govuk/textarea.tsx";
import { SubmissionKey } from "#app/components/portal/submission-key.tsx";
import type { OwnerChoices } from "#app/domain/actions/views.ts";
import { dateParts, type FormValues, typedOr } from "#app/http/form-values.ts";

import { OwnerFields } from "./owner-fields.tsx";

interface ActionFormProps {
  choices: OwnerChoices;
  values?: FormValues;
  errors: Record<string, string>;
  found: LookedBoxProps["found"];
  submissionKey: string;
  cancelHref: string;
}

/** What is to be done, by when, and who does it. */
export function ActionForm({ choices, values, errors, found, submissionKey, cancelHref }: ActionFormProps) {
  return (
    <form method="post" noValidate>
      <SubmissionKey value={submissionKey} />
      <Textarea name="what" label="What is to be done" labelSize="s" rows={4} hint="So that somebody else can tell whether it is done" defaultValue={typedOr(values, "what", "")} error={errors["what"]} />
      <DateInput name="dueOn" legend="By when" legendSize="s" hint="Like 31 3 2027. If it is moved later, this day stays on record" defaultValues={dateParts(values, "dueOn")} error={errors["dueOn"]} />
      <OwnerFields choices={choices} values={values} errors={errors} />
      <LookedBox found={found} values={values} error={errors["looked"]} />
      <ButtonGroup>
        <Button>Record the action</Button>
        <a className="govuk-link" href={cancelHref}>Cancel</a>
      </ButtonGroup>
    </form>
  );
}
