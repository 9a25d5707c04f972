import type { ReactNode } from "react";

import { Button, ButtonGroup } from "#app/components/govuk/button.tsx";
import { DateInput } from "#app/components/govuk/date-input.tsx";
import { Input } from "#app/components/govuk/input.tsx";
import { Radios } from "#app/components/govuk/radios.tsx";
import { Textarea } from "#app/components/govuk/textarea.tsx";
import { LookedBox, type LookedBoxProps } from "#app/components/portal/looked-box.tsx";
import { SubmissionKey } from "#app/components/portal/submission-key.tsx";
import { escalationOutcomes, outcomeLabels } from "#app/domain/escalations/vocabulary.ts";
import { dateParts, type FormValues, partsOfDate, text, typedOr } from "#app/http/form-values.ts";

export interface StepFieldsProps {
  today: string;
  values?: FormValues;
  errors: Record<string, string>;
}

interface StepFormProps extends StepFieldsProps {
  /** How many steps the escalation has. */
  revision: number;
  button: string;
  /** What the day is of: "Decided on". */
  day: string;
  found: LookedBoxProps["found"];
  submissionKey: string;
  cancelHref: string;
  children: ReactNode;
}

/** What the forms of every further step of an escalation have. */
export function StepForm({ revision, button, day, today, values, errors, found, submissionKey, cancelHref, children }: StepFormProps) {
  return (
    <form method="post" noValidate>
      <SubmissionKey value={submissionKey} />
      <input type="hidden" name="revision" value={revision} />
      <DateInput name="on" legend={day} legendSize="s" defaultValues={values ? dateParts(values, "on") : partsOfDate(today)} error={errors["on"]} />
      {children}
      <LookedBox found={found} values={values} error={errors["looked"]} />
      <ButtonGroup>
        <Button>{button}</Button>
        <a className="govuk-link" href={cancelHref}>Cancel</a>
      </ButtonGroup>
    </form>
  );
}

export function Words({ name = "words", label, hint, values, errors }: Omit<StepFieldsProps, "today"> & { name?: string; label: string; hint?: string }) {
  return <Textarea name={name} label={label} labelSize="s" rows={4} hint={hint} defaultValue={typedOr(values, name, "")} error={errors[name]} />;
}

export function DecisionFields({ byChair, ...props }: Omit<StepFieldsProps, "today"> & { byChair: boolean }) {
  const { values, errors } = props;
  return (
    <>
      <Input name="tookPart" label="Who took part" labelSize="s" hint="Bodies or offices, like “The delegates of the council and of the police”" defaultValue={typedOr(values, "tookPart", "")} error={errors["tookPart"]} />
      <Words {...props} label="What was decided" />
      <Words {...props} name="advice" label={byChair ? "What the scrutineer advised" : "What the scrutineer advised (optional)"} hint={byChair ? "Or that no advice was given, and why" : undefined} />
      <Words {...props} name="minorityView" label="Who saw it otherwise, and why (optional)" hint="By body or office" />
    </>
  );
}

export function EndFields(props: Omit<StepFieldsProps, "today">) {
  const { values, errors } = props;
  return (
    <>
      <Radios name="outcome" legend="How it ended" legendSize="s" items={escalationOutcomes.map((outcome) => ({ value: outcome, text: outcomeLabels[outcome] }))} defaultValue={text(values, "outcome")} error={errors["outcome"]} />
      <Words {...props} label="In a sentence" hint="What those concerned agreed, or why it is withdrawn" />
    </>
  );
}
