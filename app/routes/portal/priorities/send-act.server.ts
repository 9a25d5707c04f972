import { data } from "@remix-run/node";

import { type FoundInWords, findInWords } from "#app/domain/documents/identifiers/identifying-words.ts";
import type { OnPriority } from "#app/domain/priorities/on-priority.server.ts";
import type { PointQuestion } from "#app/domain/priorities/vocabulary.ts";
import type { Submission } from "#app/domain/shared/change.server.ts";
import type { Outcome } from "#app/domain/shared/refusals.ts";
import { redirectWithFlash } from "#app/http/flash.server.ts";
import { dateParts, type FormValues, rawText, toObject, withoutSecrets } from "#app/http/form-values.ts";
import { fieldErrors, type FormErrors, oneError, readForm } from "#app/http/parse-form.server.ts";
import { readSubmission, refusalResponse } from "#app/http/submission.server.ts";

import type { MemberWithPriority } from "./require-priority.server.ts";

type Read<T> = { success: true; data: T } | { success: false; error: Parameters<typeof fieldErrors>[0] };
type Question = { question: PointQuestion; text: string };

interface Act<T extends { revision: number; looked: string[] }> {
  /** Fields that have three parts; what is wrong with a day is said at the first. */
  days: readonly string[];
  form: { safeParse(typed: unknown): Read<T> };
  command(actor: MemberWithPriority["actor"], input: T & OnPriority, submission: Submission): Promise<Outcome<null>>;
  /** What the next page says was done. */
  said: string;
  /** What is asked about a figure that was read. */
  ask?(input: T): Question[];
}

/** Reads the form of something done to a priority and does it. Answers the page again, with everything typed, when something is wrong. */
export async function sendAct<T extends { revision: number; looked: string[] }>(request: Request, { actor, partnership, priority: { number }, here }: MemberWithPriority, { days, form, command, said, ask }: Act<T>) {
  const values = await readForm(request);
  const again = (errors: FormErrors, status: number, questions: Question[] = []) => data({ values: withoutSecrets(values), errors, found: possibleIn(values), questions }, { status });
  const read = form.safeParse({ ...toObject(values), ...Object.fromEntries(days.map((day) => [day, dateParts(values, day)])) });
  if (!read.success) return again(fieldErrors(read.error), 422, []);
  const outcome = await command(actor, { ...read.data, partnershipId: partnership.id, number }, readSubmission(values));
  if (outcome.ok) return redirectWithFlash(request, here, { type: "success", text: said });
  switch (outcome.refusal) {
    case "impossible-dates":
      return again(oneError(outcome.detail ?? "Check the day", days[0] ?? "revision"), 422);
    case "nothing-to-change":
      return again(oneError("Nothing would change: check the day", days[0] ?? "revision"), 409);
    case "point-questioned":
      return again(oneError("Check the figure. If it is right, say so and why", "confirmed"), 422, ask?.(read.data) ?? []);
    case "stale":
      return again(oneError("Somebody else recorded something about this priority first. Open it in another tab to see what. What you typed is below: send it again if it still holds."), 409);
    default:
      throw refusalResponse(outcome, { href: here, text: "Open the priority" });
  }
}

const fieldNames: Record<string, string> = {
  title: "The title", why: "Why it was chosen", outcome: "The outcome", where: "Where it was agreed", words: "What you wrote", reason: "The reason", agreedBy: "Who agreed", name: "The name", definition: "What is counted", source: "The source",
};

/** What may identify somebody in what was typed, by what a form calls it. */
export function possibleIn(values: FormValues): FoundInWords["possible"] {
  return findInWords(Object.fromEntries(Object.entries(fieldNames).map(([field, name]) => [name, rawText(values, field)]))).possible;
}
