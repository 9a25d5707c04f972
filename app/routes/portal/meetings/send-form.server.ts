import { data } from "@remix-run/node";

import { findInWords } from "#app/domain/documents/identifiers/identifying-words.ts";
import type { Submission } from "#app/domain/shared/change.server.ts";
import type { Outcome } from "#app/domain/shared/refusals.ts";
import { redirectWithFlash } from "#app/http/flash.server.ts";
import { dateParts, type FormValues, rawText, toObject, withoutSecrets } from "#app/http/form-values.ts";
import { fieldErrors, type FormErrors, oneError, readForm } from "#app/http/parse-form.server.ts";
import { readSubmission, refusalResponse } from "#app/http/submission.server.ts";

type Read<T> = { success: true; data: T } | { success: false; error: Parameters<typeof fieldErrors>[0] };

interface Sent<T, V> {
  form: { safeParse(typed: unknown): Read<T> };
  /** The field of a day, which has three parts. */
  day?: string;
  command(input: T, submission: Submission): Promise<Outcome<V>>;
  /** Where it leads, and what is said there. */
  to(value: V): string;
  said: string;
  /** Where somebody finds out what it is now, when it cannot be done. */
  here: string;
}

/** Reads a form about a meeting and carries it out. Answers the page again, with everything typed, when something is wrong. */
export async function sendForm<T, V>(request: Request, { form, day, command, to, said, here }: Sent<T, V>) {
  const values = await readForm(request);
  const again = (errors: FormErrors, status: number) => data({ values: withoutSecrets(values), errors, found: possibleIn(values) }, { status });
  const read = form.safeParse({ kind: "", purpose: "", deputiesCount: "", ...toObject(values), ...(day ? { [day]: dateParts(values, day) } : {}) });
  if (!read.success) return again(fieldErrors(read.error), 422);
  const outcome = await command(read.data, readSubmission(values));
  if (outcome.ok) return redirectWithFlash(request, to(outcome.value), { type: "success", text: said });
  if (outcome.refusal === "nothing-to-change") return again(oneError("Nothing would change: it is so already"), 409);
  if (outcome.refusal === "stale") return again(oneError("Somebody else changed this first. Open it in another tab to see what; what you typed is below."), 409);
  throw refusalResponse(outcome, { href: here, text: "See what it is now" });
}

const fields: Record<string, string> = { groupName: "The name of the sub-group", place: "The place", reason: "The reason", title: "The item", papers: "The papers", minutes: "The minutes" };

/** What may identify somebody in what was typed, by what the form calls it. */
export function possibleIn(values: FormValues) {
  return findInWords(Object.fromEntries(Object.entries(fields).map(([field, what]) => [what, rawText(values, field)]))).possible;
}
