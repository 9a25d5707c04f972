import { DateInput } from "#app/components/govuk/date-input.tsx";
import { Input } from "#app/components/govuk/input.tsx";
import { Radios } from "#app/components/govuk/radios.tsx";
import { Textarea } from "#app/components/govuk/textarea.tsx";
import type { PriorityChoices, PriorityView } from "#app/domain/priorities/priority-view.ts";
import { dateParts, type FormValues, partsOfDate, sent, text, typedOr } from "#app/http/form-values.ts";

interface PriorityFieldsProps {
  choices: PriorityChoices;
  /** The draft that is changed; null for a new one. */
  stored: PriorityView | null;
  values?: FormValues;
  errors: Record<string, string>;
}

/** What a priority is, why, for which children, until when and by whom. */
export function PriorityFields({ choices: { seats, agencies }, stored, values, errors }: PriorityFieldsProps) {
  const words = (name: "title" | "why" | "outcome") => ({ name, labelSize: "s" as const, defaultValue: typedOr(values, name, stored?.[name]), error: errors[name] });
  const day = (name: "periodFrom" | "periodTo" | "dueOn") => ({ name, legendSize: "s" as const, defaultValues: values ? dateParts(values, name) : partsOfDate(stored?.[name]), error: errors[name] });
  return (
    <>
      <Input {...words("title")} label="Title" hint="Like “Children who live with domestic abuse are seen and helped sooner”" />
      <Textarea {...words("why")} label="Why it was chosen" rows={5} hint="Which evidence shows that it matters here: figures, audits, reviews, what children and families said" />
      <Textarea {...words("outcome")} label="The outcome sought" rows={3} hint="What is to be different for children, not what the partners will do" />
      <DateInput {...day("periodFrom")} legend="The period begins on" />
      <DateInput {...day("periodTo")} legend="The period ends on" />
      <Radios name="leadSeatId" legend="Who leads it" legendSize="s" hint="The delegated safeguarding partner of this body leads it, whoever that is" items={seats.map(({ id, name }) => ({ value: id, text: name }))} defaultValue={sent(values, "leadSeatId") ? text(values, "leadSeatId") : stored?.lead.seatId} error={errors["leadSeatId"]} />
      <Textarea name="agencies" label="Agencies involved (optional)" labelSize="s" rows={4} hint={agencies.length === 0 ? "The register of relevant agencies is empty" : "As the register names them, one in each line"} defaultValue={typedOr(values, "agencies", stored?.agencies.map((agency) => agency.name).join("\n"))} error={errors["agencies"]} />
      <DateInput {...day("dueOn")} legend="To be achieved by" hint="If it is moved later, this day stays on record and is published" />
    </>
  );
}
