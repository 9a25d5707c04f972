import { DateInput } from "#app/components/govuk/date-input.tsx";
import { Radios } from "#app/components/govuk/radios.tsx";
import { Textarea } from "#app/components/govuk/textarea.tsx";
import { requestAnswerLabels, requestAnswers, requestOutcomeLabels, requestOutcomes } from "#app/domain/agencies/requests/vocabulary.ts";
import { dateParts, type FormValues, partsOfDate, text, typedOr } from "#app/http/form-values.ts";

interface FieldsProps {
  today: string;
  values?: FormValues;
  errors: Record<string, string>;
}

const nobody = "In general terms: nothing about a child or any other person";
const readOutside = `${nobody}. Whoever speaks for the agency can read it`;

/** A day on which something happened: today, unless another was typed. */
function Day({ today, values, errors, legend }: FieldsProps & { legend: string }) {
  return <DateInput name="on" legend={legend} legendSize="s" defaultValues={values ? dateParts(values, "on") : partsOfDate(today)} error={errors["on"]} />;
}

function Words({ name = "words", label, hint = nobody, values, errors }: Omit<FieldsProps, "today"> & { name?: string; label: string; hint?: string }) {
  return <Textarea name={name} label={label} labelSize="s" rows={4} hint={hint} defaultValue={typedOr(values, name, "")} error={errors[name]} />;
}

export function AnswerFields(props: FieldsProps) {
  const { values, errors } = props;
  return (
    <>
      <Radios name="answer" legend="What was done" legendSize="s" items={requestAnswers.map((answer) => ({ value: answer, text: requestAnswerLabels[answer] }))} defaultValue={text(values, "answer")} error={errors["answer"]} />
      <Day {...props} legend="On" />
      <Words values={values} errors={errors} label="What was said" hint={`Needed for a refusal (its reason) and for a part (what was not supplied, and why). ${nobody}`} />
    </>
  );
}

export function MoveFields({ values, errors }: FieldsProps) {
  return (
    <>
      <DateInput name="dueOn" legend="Answer due by" legendSize="s" hint="Today or later" defaultValues={dateParts(values, "dueOn")} error={errors["dueOn"]} />
      <Words values={values} errors={errors} label="Why the day is moved" hint={readOutside} />
    </>
  );
}

export function EscalationFields(props: FieldsProps) {
  return (
    <>
      <Day {...props} legend="On" />
      <Words values={props.values} errors={props.errors} label="Why it is taken further" hint={readOutside} />
    </>
  );
}

export function DecisionFields({ byChair, ...props }: FieldsProps & { byChair: boolean }) {
  const { values, errors } = props;
  return (
    <>
      <Day {...props} legend="Decided on" />
      <Words values={values} errors={errors} label="What was decided" />
      <Words name="advice" values={values} errors={errors} label={byChair ? "What the scrutineer advised" : "What the scrutineer advised (optional)"} hint={byChair ? "Or that no advice was given, and why" : nobody} />
      <Words name="minorityView" values={values} errors={errors} label="Who saw it otherwise, and why (optional)" hint="By body or office, like “The police would have gone to a court”" />
    </>
  );
}

export function ClosureFields(props: FieldsProps) {
  const { values, errors } = props;
  return (
    <>
      <Radios name="outcome" legend="How it ended" legendSize="s" items={requestOutcomes.map((outcome) => ({ value: outcome, text: requestOutcomeLabels[outcome] }))} defaultValue={text(values, "outcome")} error={errors["outcome"]} />
      <Day {...props} legend="On" />
      <Words values={values} errors={errors} label="What came of it" hint={readOutside} />
    </>
  );
}
