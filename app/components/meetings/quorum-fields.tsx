import { Checkboxes } from "#app/components/govuk/checkboxes.tsx";
import { DateInput } from "#app/components/govuk/date-input.tsx";
import { Input } from "#app/components/govuk/input.tsx";
import { Radios } from "#app/components/govuk/radios.tsx";
import { dateParts, type FormValues, partsOfDate, sent, typedOr } from "#app/http/form-values.ts";

/** Who must be there, from which day. */
export function QuorumFields({ today, values, errors }: { today: string; values?: FormValues; errors: Record<string, string> }) {
  const ticked = (name: string) => (sent(values, name) ? ["yes"] : []);
  const number = (name: string, label: string) => <Input name={name} label={label} labelSize="s" width={3} inputMode="numeric" hint="Leave it empty if no number is asked for" defaultValue={typedOr(values, name, "")} error={errors[name]} />;
  return (
    <>
      <DateInput name="startsOn" legend="From" legendSize="s" hint="The first day on which the rule holds" defaultValues={values ? dateParts(values, "startsOn") : partsOfDate(today)} error={errors["startsOn"]} />
      <Checkboxes name="eachKind" legend="Statutory partners" legendSize="s" items={[{ value: "yes", text: "At least one of each: local authority, integrated care board, police" }]} defaultValues={ticked("eachKind")} error={errors["eachKind"]} />
      {number("seatsLeast", "At least so many statutory partners")}
      {number("allLeast", "At least so many in all")}
      <Checkboxes name="education" legend="Education" legendSize="s" items={[{ value: "yes", text: "A representative of education must be there" }]} defaultValues={ticked("education")} error={errors["education"]} />
      <Radios name="deputiesCount" legend="Does a deputy count?" legendSize="s" items={[{ value: "yes", text: "Yes, a deputy counts" }, { value: "no", text: "No, only the holder of the post" }]} defaultValue={typedOr(values, "deputiesCount", "")} error={errors["deputiesCount"]} />
    </>
  );
}
