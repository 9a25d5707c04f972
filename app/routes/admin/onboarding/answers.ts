import { type FormValues, list } from "#app/http/form-values.ts";
import { refused } from "#app/http/responses.ts";

export const onboardingSteps = ["areas", "health", "details", "check"] as const;
export type OnboardingStep = (typeof onboardingSteps)[number];

const paths: Record<OnboardingStep, string> = {
  areas: "/admin/partnerships/new",
  health: "/admin/partnerships/new/health",
  details: "/admin/partnerships/new/details",
  check: "/admin/partnerships/new/check",
};

/** The fields each step asks for. Together they are all that the address carries from step to step. */
export const stepFields: Record<OnboardingStep, readonly string[]> = {
  areas: ["area"],
  health: ["icb"],
  details: ["name", "slug", "startsOn-day", "startsOn-month", "startsOn-year", "editionId", "adoptedOn-day", "adoptedOn-month", "adoptedOn-year"],
  check: [],
};

const allFields = onboardingSteps.flatMap((step) => stepFields[step]);

/** The answers in the address of the page, with the search and the button that was pressed. Throws 400 for what no page of ours sends. */
export function readAnswers(url: string): FormValues {
  const values = new Map<string, string[]>();
  for (const [name, value] of new URL(url).searchParams) {
    if (value.includes("\0") || value.includes("\ufffd")) throw refused(400, { message: "The address holds a character that cannot be read." });
    const so = values.get(name) ?? [];
    if (!so.includes(value)) values.set(name, [...so, value.normalize("NFC")]);
  }
  return Object.fromEntries(values);
}

/** Every answer given so far, as pairs for hidden fields; without those the step itself asks for. */
export function carriedAnswers(values: FormValues, step: OnboardingStep): [name: string, value: string][] {
  const asked = stepFields[step];
  return allFields.filter((name) => !asked.includes(name)).flatMap((name) => list(values, name).map((value): [string, string] => [name, value]));
}

/** The address of a step, with every answer given so far; `showErrors` makes it say what is missing. */
export function stepHref(step: OnboardingStep, values: FormValues, { showErrors = false } = {}): string {
  const query = new URLSearchParams(allFields.flatMap((name) => list(values, name).map((value): [string, string] => [name, value])));
  if (showErrors) query.set("continue", "1");
  return query.size > 0 ? `${paths[step]}?${query.toString()}` : paths[step];
}
