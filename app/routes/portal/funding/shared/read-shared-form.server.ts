import type { Division } from "#app/components/funding/shared/division-check.tsx";
import { readShared, type SharedInput, type TypedShared } from "#app/domain/funding/shared/forms.server.ts";
import { divide, figuresOf, typedPercent, typedWeight } from "#app/domain/funding/shared/rules.ts";
import type { PartnershipChoice, SharedView } from "#app/domain/funding/shared/shared-view.ts";
import { wholeShare } from "#app/domain/funding/vocabulary.ts";
import { typedMoney } from "#app/domain/shared/money.ts";
import { type FormErrors, fieldErrors } from "#app/http/field-errors.ts";
import { type FormValues, list, rawText, sent, withoutSecrets } from "#app/http/form-values.ts";

/** What the page of a form that came back is told. */
export interface SharedAnswer {
  values: FormValues;
  errors: FormErrors | null;
  /** The shares, to be looked at before they are offered. */
  division: Division | null;
  /** Whether somebody else changed it meanwhile. */
  stale: boolean;
}

export type SharedFormRead = { show: SharedAnswer; status: number } | { input: SharedInput };

/**
 * Reads one payer's amount as it was typed. The first time it is to be shown with its shares; once they were looked at,
 * or when something is wrong, or is to be typed again, the form.
 */
export function readSharedForm(values: FormValues, choices: readonly PartnershipChoice[], fixed: Pick<TypedShared, "year"> | null): SharedFormRead {
  const show = (answer: Partial<SharedAnswer>, status: number) => ({ show: { values: withoutSecrets(values), errors: null, division: null, stale: false, ...answer }, status });
  if (sent(values, "again")) return show({}, 200);
  const read = readShared({ ...typedShared(values), ...fixed }, choices);
  if (!read.success) return show({ errors: fieldErrors(read.error) }, 422);
  return sent(values, "checked") ? { input: read.data } : show({ division: divisionOf(read.data, choices) }, 200);
}

function typedShared(values: FormValues): TypedShared {
  const typed = (name: string) => rawText(values, name);
  return {
    year: typed("year"),
    contributor: typed("contributor"),
    sector: typed("sector"),
    payer: typed("payer"),
    amount: typed("amount"),
    childrenPercent: typed("childrenPercent"),
    purpose: typed("purpose"),
    method: typed("method"),
    parts: list(values, "part").map((partnershipId) => ({ partnershipId, weight: typed(`weight-${partnershipId}`) })),
  };
}

function divisionOf({ parts, ...shared }: SharedInput, choices: readonly PartnershipChoice[]): Division {
  const named = parts.map((part) => ({ ...part, name: choices.find((choice) => choice.id === part.partnershipId)?.name ?? "" }));
  return { shared, parts: figuresOf(divide(shared, named), shared.childrenShare) };
}

/** What is stored, as somebody would have typed it. */
export function storedValues({ year, contributor, sector, payer, pence, childrenShare, purpose, method, parts }: SharedView): FormValues {
  const text = { year, contributor, sector, payer: payer ?? "", amount: typedMoney(pence), childrenPercent: childrenShare === wholeShare ? "" : typedPercent(childrenShare), purpose, method };
  return {
    ...Object.fromEntries(Object.entries(text).map(([name, value]) => [name, [value]])),
    ...(method === "weighted" ? Object.fromEntries(parts.map((part) => [`weight-${part.partnershipId}`, [typedWeight(part.weight)]])) : {}),
    part: parts.map((part) => part.partnershipId),
  };
}
