import { Checkboxes } from "#app/components/govuk/checkboxes.tsx";
import { type FormValues, list } from "#app/http/form-values.ts";

export interface LookedBoxProps {
  /** What may identify somebody in what was typed. */
  found: readonly { fingerprint: string; text: string }[];
  values?: FormValues;
  error?: string;
}

/** What may identify somebody, to be looked at: the box is good for exactly what is listed. */
export function LookedBox({ found, values, error }: LookedBoxProps) {
  if (found.length === 0) return null;
  return (
    <Checkboxes
      name="looked"
      legend="What may identify somebody"
      legendSize="s"
      hint={<ul className="govuk-list govuk-list--bullet">{found.map(({ fingerprint, text }) => <li key={fingerprint}>{text}</li>)}</ul>}
      items={[{ value: found.map(({ fingerprint }) => fingerprint).join(","), text: "I looked at each of these, and it identifies nobody" }]}
      defaultValues={list(values, "looked")}
      error={error}
    />
  );
}
