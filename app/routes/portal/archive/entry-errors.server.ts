import { data } from "@remix-run/node";

import { type Outcome, type Refusal, refusals } from "#app/domain/shared/refusals.ts";
import type { FormErrors } from "#app/http/field-errors.ts";
import type { FormValues } from "#app/http/form-values.ts";
import { oneError } from "#app/http/parse-form.server.ts";
import { refusalResponse } from "#app/http/submission.server.ts";

/** What the page of a form that came back is told. */
export interface EntryAnswer {
  values: FormValues;
  errors: FormErrors;
  /** Whether the box that says "I looked" is shown. */
  toLookAt: boolean;
  /** Whether somebody else corrected the entry meanwhile. */
  stale: boolean;
}

export function entryErrors(values: FormValues, errors: FormErrors, { status = 422, toLookAt = false, stale = false } = {}) {
  return data<EntryAnswer>({ values, errors, toLookAt, stale }, { status });
}

export const noErrors: FormErrors = { summary: [], fields: {} };

/** Every sentence in the summary, the first beside the field. */
export function fileErrors(problems: readonly string[], field = "file"): FormErrors {
  const [first] = problems;
  return { summary: problems.map((text) => ({ href: `#${field}`, text })), fields: first === undefined ? {} : { [field]: first } };
}

/** As many findings as are told one by one. */
const mostTold = 20;

const tellsField: Partial<Record<Refusal, string>> = { "no-file-or-link": "link", "impossible-dates": "publishedOn", "nothing-to-change": "title" };

/** The form again for what can be put right in it; anything else is a page of its own. */
export function refusedEntry(outcome: Extract<Outcome<unknown>, { ok: false }>, values: FormValues, back: { href: string; text: string }) {
  const { refusal, detail } = outcome;
  const field = tellsField[refusal];
  if (refusal === "nothing-to-change") return entryErrors(values, oneError("This is what the entry says already. Change something, or go back", field), { status: 409 });
  if (refusal === "stale") return entryErrors(values, oneError("Somebody else corrected this first. What it says now is above the form. Change yours if needed, then send it again"), { status: 409, stale: true });
  if (field) return entryErrors(values, oneError(detail ?? refusals[refusal].text, field));
  const found = (detail ?? "").split("\n");
  const told = found.length > mostTold ? [...found.slice(0, mostTold), `And ${String(found.length - mostTold)} more`] : found;
  if (refusal === "identifier-in-file") return entryErrors(values, fileErrors([`${refusals[refusal].title}. ${refusals[refusal].text}`, ...told]));
  if (refusal === "file-not-looked-at") return entryErrors(values, { summary: [{ href: "#looked", text: refusals[refusal].text }, ...told.map((text) => ({ href: "#file", text }))], fields: { file: "Choose the file again, with the box ticked", looked: "Tick the box if all of it may be published" } }, { toLookAt: true });
  throw refusalResponse(outcome, back);
}
