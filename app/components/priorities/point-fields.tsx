import { Checkboxes } from "#app/components/govuk/checkboxes.tsx";
import { DateInput } from "#app/components/govuk/date-input.tsx";
import { Input } from "#app/components/govuk/input.tsx";
import { Textarea } from "#app/components/govuk/textarea.tsx";
import type { MeasureView } from "#app/domain/priorities/priority-view.ts";
import type { PointQuestion } from "#app/domain/priorities/vocabulary.ts";
import { dateParts, type FormValues, list, typedOr } from "#app/http/form-values.ts";

interface PointFieldsProps {
  measure: MeasureView;
  /** What is asked about the figure that was sent. */
  questions: readonly { question: PointQuestion; text: string }[];
  values?: FormValues;
  errors: Record<string, string>;
}

/** A figure, its day and its source; and, when something about it looks wrong, the word that it is right and why. */
export function PointFields({ measure, questions, values, errors }: PointFieldsProps) {
  return (
    <>
      <Input name="value" label={`Figure, in ${measure.unit}`} labelSize="s" width={10} inputMode="decimal" defaultValue={typedOr(values, "value", "")} error={errors["value"]} />
      <DateInput name="on" legend="The figure is of" legendSize="s" hint="The day it was counted, or the last day of the period it is about" defaultValues={dateParts(values, "on")} error={errors["on"]} />
      <Input name="source" label="Source" labelSize="s" defaultValue={typedOr(values, "source", measure.source)} error={errors["source"]} />
      {questions.length > 0 && (
        <>
          <Checkboxes
            name="confirmed"
            legend="Is this figure right?"
            legendSize="s"
            hint={<ul className="govuk-list govuk-list--bullet">{questions.map(({ question, text }) => <li key={question}>{text}</li>)}</ul>}
            items={[{ value: questions.map(({ question }) => question).join(","), text: "I checked it, and it is right" }]}
            defaultValues={list(values, "confirmed")}
            error={errors["confirmed"]}
          />
          <Textarea name="reason" label="Why it is right" labelSize="s" rows={2} hint="It is kept beside the figure" defaultValue={typedOr(values, "reason", "")} error={errors["reason"]} />
        </>
      )}
    </>
  );
}
