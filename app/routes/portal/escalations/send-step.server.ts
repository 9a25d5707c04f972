import { data } from "@remix-run/node";

import type { StepInput } from "#app/domain/escalations/take-step.server.ts";
import type { Submission } from "#app/domain/shared/change.server.ts";
import type { Outcome } from "#app/domain/shared/refusals.ts";
import { redirectWithFlash } from "#app/http/flash.server.ts";
import { dateParts, toObject, withoutSecrets } from "#app/http/form-values.ts";
import { fieldErrors, type FormErrors, oneError, readForm } from "#app/http/parse-form.server.ts";
import { readSubmission, refusalResponse } from "#app/http/submission.server.ts";
import { wordsFound } from "#app/http/words-found.ts";

import type { MemberWithEscalation } from "./require-escalation.server.ts";

type Read<T> = { success: true; data: T } | { success: false; error: Parameters<typeof fieldErrors>[0] };
type Typed = Pick<StepInput, "revision" | "looked" | "on">;

interface Step<T extends Typed> {
  form: { safeParse(typed: unknown): Read<T> };
  command(actor: MemberWithEscalation["actor"], input: T & StepInput, submission: Submission): Promise<Outcome<null>>;
  /** What the next page says was done. */
  said: string;
  /** What the form calls its words. */
  words: string;
}

/** Reads the form of a further step and takes it. Answers the page again, with everything typed, when something is wrong. */
export async function sendStep<T extends Typed>(request: Request, { actor, partnership, escalation: { number }, here }: MemberWithEscalation, { form, command, said, words }: Step<T>) {
  const values = await readForm(request);
  const names = { words, tookPart: "Who took part", advice: "The advice", minorityView: "The minority view" };
  const again = (errors: FormErrors, status: number) => data({ values: withoutSecrets(values), errors, found: wordsFound(values, names) }, { status });
  const read = form.safeParse({ ...toObject(values), on: dateParts(values, "on") });
  if (!read.success) return again(fieldErrors(read.error), 422);
  const outcome = await command(actor, { ...read.data, partnershipId: partnership.id, number }, readSubmission(values));
  if (outcome.ok) return redirectWithFlash(request, here, { type: "success", text: said });
  if (outcome.refusal === "impossible-dates") return again(oneError(outcome.detail ?? "Check the day", "on"), 422);
  if (outcome.refusal === "stale") return again(oneError("Somebody else recorded something about this escalation first. Open it in another tab to see what; what you typed is below."), 409);
  throw refusalResponse(outcome, { href: here, text: "Open the escalation" });
}
