import { data } from "@remix-run/node";

import type { Submission } from "#app/domain/shared/change.server.ts";
import { type Outcome, refusals } from "#app/domain/shared/refusals.ts";
import { redirectWithFlash } from "#app/http/flash.server.ts";
import { dateParts, type FormValues, toObject, withoutSecrets } from "#app/http/form-values.ts";
import type { ValidationError } from "#app/http/field-errors.ts";
import { fieldErrors, type FormErrors, oneError, readForm } from "#app/http/parse-form.server.ts";
import { readSubmission, refusalResponse } from "#app/http/submission.server.ts";

interface TextToSend<Typed> {
  /** A schema of forms.server.ts. */
  form: { safeParse(typed: unknown): { success: true; data: Typed } | { success: false; error: ValidationError } };
  /** Where the reader goes on, and what is said there. */
  path: string;
  said: string;
}

/**
 * Reads a form of a few sentences and perhaps a day, and sends it. What is wrong is said beside its field; what was moved
 * on by somebody else is said at the top, with everything typed kept.
 */
export async function sendText<Typed>(request: Request, { form, path, said }: TextToSend<Typed>, send: (typed: Typed, submission: Submission) => Promise<Outcome<unknown>>) {
  const values = await readForm(request);
  const again = (errors: FormErrors, status: number): ReturnType<typeof data<{ values: FormValues; errors: FormErrors }>> => data({ values: withoutSecrets(values), errors }, { status });
  const read = form.safeParse({ ...toObject(values), dueOn: dateParts(values, "dueOn") });
  if (!read.success) return again(fieldErrors(read.error), 422);
  const outcome = await send(read.data, readSubmission(values));
  if (outcome.ok) return redirectWithFlash(request, path, { type: "success", text: said });
  if (outcome.refusal === "impossible-dates") return again(oneError(outcome.detail ?? "Check the day", "dueOn"), 422);
  const moved = ["challenge-moved-on", "action-moved-on", "stale", "challenge-open"] as const;
  const known = moved.find((each) => each === outcome.refusal);
  if (known) return again(oneError(`${refusals[known].text} Open it in another tab to see what is there now; what you typed is below.`), 409);
  throw refusalResponse(outcome, { href: path, text: "Go back" });
}
