import { DateInput } from "#app/components/govuk/date-input.tsx";
import { Textarea } from "#app/components/govuk/textarea.tsx";
import { dateParts, type FormValues, partsOfDate, rawText } from "#app/http/form-values.ts";

interface FieldsProps {
  values?: FormValues | undefined;
  errors: Record<string, string>;
}

/** The first day of a change of partners. @param from an ISO date to begin with */
export function FirstDay({ legend, hint, from, values, errors }: FieldsProps & { legend: string; hint: string; from: string }) {
  return <DateInput name="on" legend={legend} legendSize="s" hint={hint} defaultValues={values ? dateParts(values, "on") : partsOfDate(from)} error={errors["on"]} />;
}

/** Why, for everybody to read. */
export function PublishedReason({ values, errors }: FieldsProps) {
  return <Textarea name="reason" label="Why" labelSize="s" hint="It will be published, so name nobody. For example: The two boards became one on 1 April 2026." rows={3} defaultValue={rawText(values, "reason")} error={errors["reason"]} />;
}
