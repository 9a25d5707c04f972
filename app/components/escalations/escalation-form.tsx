import { Button, ButtonGroup } from "#app/components/govuk/button.tsx";
import { Checkboxes } from "#app/components/govuk/checkboxes.tsx";
import { DateInput } from "#app/components/govuk/date-input.tsx";
import { Input } from "#app/components/govuk/input.tsx";
import { Radios } from "#app/components/govuk/radios.tsx";
import { Textarea } from "#app/components/govuk/textarea.tsx";
import { LookedBox, type LookedBoxProps } from "#app/components/portal/looked-box.tsx";
import { SubmissionKey } from "#app/components/portal/submission-key.tsx";
import { escalationKindLabels, escalationKinds } from "#app/domain/escalations/vocabulary.ts";
import { dateParts, type FormValues, list, partsOfDate, text, typedOr } from "#app/http/form-values.ts";

interface EscalationFormProps {
  today: string;
  seats: readonly string[];
  values?: FormValues;
  errors: Record<string, string>;
  found: LookedBoxProps["found"];
  submissionKey: string;
  cancelHref: string;
}

/** A dispute or an issue as it is raised. */
export function EscalationForm({ today, seats, values, errors, found, submissionKey, cancelHref }: EscalationFormProps) {
  const words = (name: string) => ({ name, labelSize: "s" as const, defaultValue: typedOr(values, name, ""), error: errors[name] });
  return (
    <form method="post" noValidate>
      <SubmissionKey value={submissionKey} />
      <Radios name="kind" legend="What it is" legendSize="s" items={escalationKinds.map((kind) => ({ value: kind, text: escalationKindLabels[kind] }))} defaultValue={text(values, "kind")} error={errors["kind"]} />
      <Input {...words("subject")} label="What it is about" hint="In a few words, like “Who pays for the out-of-hours line”" />
      <Checkboxes name="parties" legend="Between whom, or whose issue it is" legendSize="s" items={seats.map((seat) => ({ value: seat, text: seat }))} defaultValues={list(values, "parties")} error={errors["parties"]} />
      <Input {...words("others")} label="Another body (optional)" hint="A relevant agency, like “Northmoor College”. Never a person’s name" />
      <Textarea {...words("issue")} label="What is disputed, or what the issue is" rows={4} />
      <Textarea {...words("sought")} label="What should come of it" rows={2} />
      <DateInput name="raisedOn" legend="Raised on" legendSize="s" hint="Today or earlier" defaultValues={values ? dateParts(values, "raisedOn") : partsOfDate(today)} error={errors["raisedOn"]} />
      <LookedBox found={found} values={values} error={errors["looked"]} />
      <ButtonGroup>
        <Button>Raise it</Button>
        <a className="govuk-link" href={cancelHref}>Cancel</a>
      </ButtonGroup>
    </form>
  );
}
