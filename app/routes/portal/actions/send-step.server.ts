import { data } from "@remix-run/node";

import type { StepAnswer } from "#app/components/actions/step-page.tsx";
import type { StepInput } from "#app/domain/actions/take-step.server.ts";
import type { Submission } from "#app/domain/shared/change.server.ts";
import { type Outcome, refusals } from "#app/domain/shared/refusals.ts";
import type { ValidationError } from "#app/http/field-errors.ts";
import { redirectWithFlash } from "#app/http/flash.server.ts";
import { dateParts, type FormValues, toObject, withoutSecrets } from "#app/http/form-values.ts";
import { fieldErrors, type FormErrors, oneError, readForm } from "#app/http/parse-form.server.ts";
import { readSubmission, refusalResponse } from "#app/http/submission.server.ts";
import { wordsFound } from "#app/http/words-found.ts";

import type { MemberWithAction } from "./require-action.server.ts";

interface Step<Typed> {
  /** A schema of forms.server.ts. */
  form: { safeParse(typed: unknown): { success: true; data: Typed } | { success: false; error: ValidationError } };
  command(actor: MemberWithAction["actor"], input: Typed & StepInput, submission: Submission): Promise<Outcome<null>>;
  /** What the next page says was done. */
  said: string;
}

type Typed = Pick<StepInput, "text" | "revision" | "looked">;

/** Reads the form of a further step and takes it. Answers the page again, with everything typed, when something is wrong. */
export async function sendStep<T extends Typed>(request: Request, { actor, partnership, action, here }: MemberWithAction, { form, command, said }: Step<T>) {
  const values = await readForm(request);
  const again = (errors: FormErrors, status: number): ReturnType<typeof data<StepAnswer>> => data({ values: withoutSecrets(values), errors, found: possibleIn(values) }, { status });
  const read = form.safeParse({ ...toObject(values), dueOn: dateParts(values, "dueOn") });
  if (!read.success) return again(fieldErrors(read.error), 422);
  const outcome = await command(actor, { ...read.data, partnershipId: partnership.id, actionId: action.id }, readSubmission(values));
  if (outcome.ok) return redirectWithFlash(request, here, { type: "success", text: said });
  if (outcome.refusal === "impossible-dates") return again(oneError(outcome.detail ?? "Check the day", "dueOn"), 422);
  if (outcome.refusal === "nothing-to-change") return again(oneError("That is who does it already"), 409);
  if (outcome.refusal === "stale") return again(oneError("The office or the agency that you chose is not there any more. Choose again."), 409);
  if (outcome.refusal === "action-moved-on") return again(oneError(`${refusals["action-moved-on"].text} Open it in another tab to see what is there now; what you typed is below.`), 409);
  throw refusalResponse(outcome, { href: here, text: "Open the action" });
}

/** What may identify somebody in what was typed. */
export function possibleIn(values: FormValues) {
  return wordsFound(values, { text: "What you wrote", what: "The action", owner: "Who does it" });
}
