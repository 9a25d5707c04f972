import { Checkboxes } from "#app/components/govuk/checkboxes.tsx";
import { DateInput } from "#app/components/govuk/date-input.tsx";
import { Input } from "#app/components/govuk/input.tsx";
import { Radios } from "#app/components/govuk/radios.tsx";
import { Select } from "#app/components/govuk/select.tsx";
import { Textarea } from "#app/components/govuk/textarea.tsx";
import type { MeasureView } from "#app/domain/priorities/priority-view.ts";
import { directionLabels, directions, frequencies, frequencyLabels } from "#app/domain/priorities/vocabulary.ts";
import { dateParts, type FormValues, list, partsOfDate, sent, text, typedOr } from "#app/http/form-values.ts";

interface MeasureFieldsProps {
  /** The measure that is changed; null for a new one. */
  stored: MeasureView | null;
  /** The others, of which it may be a part. */
  others: readonly MeasureView[];
  values?: FormValues;
  errors: Record<string, string>;
}

/** What is counted, how, from where, and where it is to come to. */
export function MeasureFields({ stored, others, values, errors }: MeasureFieldsProps) {
  const words = (name: "name" | "definition" | "unit" | "source") => ({ name, labelSize: "s" as const, defaultValue: typedOr(values, name, stored?.[name]), error: errors[name] });
  const figure = (name: "baseline" | "target") => ({ name, width: 10 as const, inputMode: "decimal" as const, labelSize: "s" as const, defaultValue: typedOr(values, name, stored?.[name]?.value), error: errors[name] });
  const day = (name: "baselineOn" | "targetOn", on?: string) => ({ name, legendSize: "s" as const, defaultValues: values ? dateParts(values, name) : partsOfDate(on), error: errors[name] });
  const chosen = (name: string, of?: string | null) => (sent(values, name) ? text(values, name) : (of ?? undefined));
  return (
    <>
      <Input {...words("name")} label="Name" hint="Like “Children on a plan for a second time within two years”" />
      <Textarea {...words("definition")} label="What is counted" rows={3} hint="Exactly, so that somebody else would count the same" />
      <Input {...words("unit")} label="Unit" width={20} hint="Like “children”, “per cent”, “days”" />
      <Radios name="direction" legend="What is better for children" legendSize="s" inline items={directions.map((direction) => ({ value: direction, text: directionLabels[direction] }))} defaultValue={chosen("direction", stored?.direction)} error={errors["direction"]} />
      <Radios name="countsChildren" legend="Does it count children?" legendSize="s" inline hint="Then figures under 5 are not shown to the public, nor any from which one could be worked out" items={[{ value: "yes", text: "Yes" }, { value: "no", text: "No" }]} defaultValue={chosen("countsChildren", stored && (stored.countsChildren ? "yes" : "no"))} error={errors["countsChildren"]} />
      <Checkboxes name="runningTotal" items={[{ value: "yes", text: "It is a running total: each figure includes the ones before it" }]} defaultValues={values ? list(values, "runningTotal") : stored?.runningTotal ? ["yes"] : []} />
      {others.length > 0 && <Select name="partOf" label="Part of" labelSize="s" hint="If its figures and those of other measures add up to this one" items={[{ value: "", text: "No other measure" }, ...others.map(({ id, name }) => ({ value: id, text: name }))]} defaultValue={chosen("partOf", stored?.partOf)} error={errors["partOf"]} />}
      <Input {...words("source")} label="Source" hint="Where the figures come from, like “Northmoor Council, children’s social care return”" />
      <Radios name="frequency" legend="How often there is a figure" legendSize="s" small items={frequencies.map((frequency) => ({ value: frequency, text: frequencyLabels[frequency] }))} defaultValue={chosen("frequency", stored?.frequency)} error={errors["frequency"]} />
      <Input {...figure("baseline")} label="Baseline (leave out if it is not known)" hint="The figure before anything was done, without the unit" />
      <DateInput {...day("baselineOn", stored?.baseline?.on)} legend="The baseline is of" />
      <Input {...figure("target")} label="Target (leave out if none is set)" />
      <DateInput {...day("targetOn", stored?.target?.on)} legend="The target is for" />
    </>
  );
}
