import { data } from "@remix-run/node";

import { type FoundInWords, findInWords } from "#app/domain/documents/identifiers/identifying-words.ts";
import type { StepInput } from "#app/domain/agencies/requests/take-step.server.ts";
import type { Submission } from "#app/domain/shared/change.server.ts";
import type { Outcome } from "#app/domain/shared/refusals.ts";
import { redirectWithFlash } from "#app/http/flash.server.ts";
import { dateParts, type FormValues, rawText, toObject, withoutSecrets } from "#app/http/form-values.ts";
import { fieldErrors, type FormErrors, oneError, readForm } from "#app/http/parse-form.server.ts";
import { readSubmission, refusalResponse } from "#app/http/submission.server.ts";

import type { MemberWithRequest } from "./require-request.server.ts";

type Read<T> = { success: true; data: T } | { success: false; error: Parameters<typeof fieldErrors>[0] };

interface Step<T extends { revision: number; looked: string[] }> {
  /** The field of the day, which has three parts. */
  day: string;
  form: { safeParse(typed: unknown): Read<T> };
  command(actor: MemberWithRequest["actor"], input: T & StepInput, submission: Submission): Promise<Outcome<null>>;
  /** What the next page says was done. */
  said: string;
}

/** Reads the form of a further step and takes it. Answers the page again, with everything typed, when something is wrong. */
export async function sendStep<T extends { revision: number; looked: string[] }>(request: Request, { actor, partnership, request: { number }, here }: MemberWithRequest, { day, form, command, said }: Step<T>) {
  const values = await readForm(request);
  const again = (errors: FormErrors, status: number) => data({ values: withoutSecrets(values), errors, found: possibleIn(values, ["words", "advice", "minorityView"]) }, { status });
  const read = form.safeParse({ ...toObject(values), [day]: dateParts(values, day) });
  if (!read.success) return again(fieldErrors(read.error), 422);
  const outcome = await command(actor, { ...read.data, partnershipId: partnership.id, number }, readSubmission(values));
  if (outcome.ok) return redirectWithFlash(request, here, { type: "success", text: said });
  if (outcome.refusal === "impossible-dates") return again(oneError(outcome.detail ?? "Check the day", day), 422);
  if (outcome.refusal === "nothing-to-change") return again(oneError("Nothing would change: check the day", day), 409);
  if (outcome.refusal === "stale") return again(oneError("Somebody else recorded something about this request first. Open it in another tab to see what; what you typed is below."), 409);
  throw refusalResponse(outcome, { href: here, text: "Open the request" });
}

/** What may identify somebody in the words of these fields, by what a form calls them. */
export function possibleIn(values: FormValues, fields: readonly string[]): FoundInWords["possible"] {
  return findInWords(Object.fromEntries(fields.map((field) => [fieldNames[field] ?? field, rawText(values, field)]))).possible;
}

const fieldNames: Record<string, string> = { words: "What you wrote", advice: "The advice", minorityView: "The minority view", recipient: "Whom you ask", purpose: "The purpose", askedFor: "What is asked for", basisWords: "The basis" };
