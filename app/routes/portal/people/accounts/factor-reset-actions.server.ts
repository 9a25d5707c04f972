import { data } from "@remix-run/node";

import type { SignedIn } from "#app/auth/require-actor.server.ts";
import { confirmFactorReset } from "#app/domain/people/confirm-factor-reset.server.ts";
import type { FactorResetSubject } from "#app/domain/people/factor-resets.server.ts";
import { factorResetForm } from "#app/domain/people/forms.server.ts";
import { proposeFactorReset } from "#app/domain/people/propose-factor-reset.server.ts";
import { stopFactorReset } from "#app/domain/people/stop-factor-reset.server.ts";
import { redirectWithFlash } from "#app/http/flash.server.ts";
import { toObject, withoutSecrets } from "#app/http/form-values.ts";
import { fieldErrors, readForm } from "#app/http/parse-form.server.ts";
import { readSubmission, refusalResponse } from "#app/http/submission.server.ts";

export interface ResetRequest {
  actor: SignedIn["actor"];
  subject: FactorResetSubject;
  /** The page that shows how the reset stands. */
  next: string;
}

const see = (href: string) => ({ href, text: "See how it stands" });

/** The form that proposes: back to the page with what happened, or the form again. */
export async function proposeReset(request: Request, { actor, subject, next }: ResetRequest) {
  const values = await readForm(request);
  const submission = readSubmission(values);
  const input = factorResetForm.safeParse(toObject(values));
  if (!input.success) return data({ values: withoutSecrets(values), errors: fieldErrors(input.error) }, { status: 422 });
  const outcome = await proposeFactorReset(actor, { ...subject, ...input.data }, submission);
  if (!outcome.ok) throw refusalResponse(outcome, see(next));
  return redirectWithFlash(request, next, { type: "success", text: "Proposed. Everybody concerned is told. Somebody else must confirm it within 72 hours" });
}

/** The button of the second person. */
export async function confirmReset(request: Request, { actor, subject, next }: ResetRequest): Promise<Response> {
  const outcome = await confirmFactorReset(actor, subject, readSubmission(await readForm(request)));
  if (!outcome.ok) throw refusalResponse(outcome, see(next));
  return redirectWithFlash(request, next, { type: "success", text: "Confirmed. A link went to the person alone, and works for 24 hours" });
}

/** The button that stops it. */
export async function stopReset(request: Request, { actor, subject, next }: ResetRequest): Promise<Response> {
  const outcome = await stopFactorReset(actor, subject, readSubmission(await readForm(request)));
  if (!outcome.ok) throw refusalResponse(outcome, see(next));
  return redirectWithFlash(request, next, { type: "success", text: "Stopped. The second factor stays as it was" });
}
