import { DateInput } from "#app/components/govuk/date-input.tsx";
import { Input } from "#app/components/govuk/input.tsx";
import { Textarea } from "#app/components/govuk/textarea.tsx";
import { wholeShare } from "#app/domain/funding/vocabulary.ts";
import { dateParts, type FormValues, typedOr } from "#app/http/form-values.ts";

interface MoneyInputProps {
  name: string;
  label: string;
  hint?: string;
  defaultValue: string;
  error?: string;
}

/** An amount in pounds. */
export function MoneyInput(props: MoneyInputProps) {
  return <Input {...props} labelSize="s" prefix="£" width={10} inputMode="decimal" autoComplete="off" spellCheck={false} />;
}

/** How much of a pot shared with adults is for children; all of it unless said. */
export function ChildrenPercent({ name = "childrenPercent", share = wholeShare, values, error }: { name?: string; share?: number; values?: FormValues; error?: string }) {
  return (
    <Input name={name} label="How much of it is for children" labelSize="s" hint="100, or less when the money is shared with the work for adults" suffix="%" width={5} inputMode="decimal" autoComplete="off" defaultValue={typedOr(values, name, String(share / 100))} error={error} />
  );
}

/** When and why the amount of a signed budget changes. */
export function ChangeFields({ values, errors }: { values?: FormValues; errors: Record<string, string> }) {
  return (
    <>
      <DateInput name="on" legend="From which day does it hold?" legendSize="s" hint="For example, 1 9 2026" defaultValues={dateParts(values, "on")} error={errors["on"]} />
      <Textarea name="reason" label="Why" labelSize="s" rows={3} hint="It is published at once, with the day and your office" defaultValue={typedOr(values, "reason", "")} error={errors["reason"]} />
    </>
  );
}
