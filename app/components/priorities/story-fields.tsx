import { DateInput } from "#app/components/govuk/date-input.tsx";
import { Input } from "#app/components/govuk/input.tsx";
import { Radios } from "#app/components/govuk/radios.tsx";
import { Textarea } from "#app/components/govuk/textarea.tsx";
import { priorityStateLabels, progressStates } from "#app/domain/priorities/vocabulary.ts";
import { dateParts, type FormValues, partsOfDate, text, typedOr } from "#app/http/form-values.ts";

interface FieldsProps {
  values?: FormValues;
  errors: Record<string, string>;
}

export function AgreementFields({ today, values, errors }: FieldsProps & { today: string }) {
  return (
    <>
      <DateInput name="on" legend="Agreed on" legendSize="s" defaultValues={values ? dateParts(values, "on") : partsOfDate(today)} error={errors["on"]} />
      <Input name="where" label="Where, and by whom" labelSize="s" hint="Like “Meeting of the lead safeguarding partners, all three present”. By office, never by name" defaultValue={typedOr(values, "where", "")} error={errors["where"]} />
    </>
  );
}

export function StatementFields({ values, errors }: FieldsProps) {
  return (
    <>
      <Radios name="state" legend="How it stands" legendSize="s" items={progressStates.map((state) => ({ value: state, text: priorityStateLabels[state] }))} defaultValue={text(values, "state")} error={errors["state"]} />
      <Words values={values} errors={errors} label="What was done, and what it changed" hint="Say plainly what did not work, too. The figures as they stand today are kept with it" />
    </>
  );
}

export function Words({ label, hint, values, errors }: FieldsProps & { label: string; hint: string }) {
  return <Textarea name="words" label={label} labelSize="s" rows={5} hint={hint} defaultValue={typedOr(values, "words", "")} error={errors["words"]} />;
}

export function MoveFields({ values, errors }: FieldsProps) {
  return (
    <>
      <DateInput name="dueOn" legend="To be achieved by" legendSize="s" hint="Today or later" defaultValues={dateParts(values, "dueOn")} error={errors["dueOn"]} />
      <Textarea name="reason" label="Why the day is moved" labelSize="s" rows={3} hint="It is published with the first day" defaultValue={typedOr(values, "reason", "")} error={errors["reason"]} />
      <Input name="agreedBy" label="Who agreed" labelSize="s" hint="By office or meeting, like “The delegated safeguarding partners, on 3 September”" defaultValue={typedOr(values, "agreedBy", "")} error={errors["agreedBy"]} />
    </>
  );
}
