import { areasForm, detailsForm, healthForm, type PartnershipDetails } from "#app/domain/partnerships/forms.server.ts";
import type { BodyChoice, OnboardingChoices } from "#app/domain/partnerships/queries.server.ts";
import { fieldErrors, type FormErrors, oneError } from "#app/http/field-errors.ts";
import { dateParts, type FormValues, list, text } from "#app/http/form-values.ts";

export type Checked<T> = { ok: true; value: T } | { ok: false; errors: FormErrors };

/** The areas chosen, each on the register and not covered by another partnership. */
export function checkAreas(values: FormValues, choices: OnboardingChoices, { coveredToo = false } = {}): Checked<BodyChoice[]> {
  const parsed = areasForm.safeParse({ area: list(values, "area") });
  if (!parsed.success) return { ok: false, errors: fieldErrors(withoutIndex(parsed.error)) };
  return chosen("area", parsed.data.area, coveredToo ? choices.areas.map((area) => ({ ...area, coveredBy: null })) : choices.areas);
}

export function checkHealth(values: FormValues, choices: OnboardingChoices): Checked<BodyChoice[]> {
  const parsed = healthForm.safeParse({ icb: list(values, "icb") });
  if (!parsed.success) return { ok: false, errors: fieldErrors(withoutIndex(parsed.error)) };
  return chosen("icb", parsed.data.icb, choices.icbs);
}

export function checkDetails(values: FormValues, choices: OnboardingChoices): Checked<PartnershipDetails> {
  const parsed = detailsForm(choices).safeParse({
    name: text(values, "name"),
    slug: text(values, "slug"),
    editionId: text(values, "editionId"),
    startsOn: dateParts(values, "startsOn"),
    adoptedOn: dateParts(values, "adoptedOn"),
  });
  return parsed.success ? { ok: true, value: parsed.data } : { ok: false, errors: fieldErrors(parsed.error) };
}

function chosen(field: string, codes: readonly string[], from: readonly BodyChoice[]): Checked<BodyChoice[]> {
  const found = from.filter((body) => codes.includes(body.code));
  if (found.length !== new Set(codes).size) return { ok: false, errors: oneError("One of those chosen is not on the register any more. Choose again", field) };
  const covered = found.find((body) => body.coveredBy);
  if (covered) return { ok: false, errors: oneError(`${covered.name} is already covered by ${covered.coveredBy ?? "another partnership"}`, field) };
  return { ok: true, value: found };
}

/** An issue with one of several values concerns the field as a whole. */
function withoutIndex(error: { issues: readonly { path: readonly PropertyKey[]; message: string }[] }) {
  return { issues: error.issues.map(({ path, message }) => ({ path: path.slice(0, 1), message })) };
}
