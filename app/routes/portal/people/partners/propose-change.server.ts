import { data } from "@remix-run/node";

import type { MemberOf } from "#app/auth/require-actor.server.ts";
import type { ChangeForm } from "#app/domain/people/partners/forms.server.ts";
import { proposePartnerChange, type ProposePartnerInput } from "#app/domain/people/partners/propose-change.server.ts";
import { type Refusal, refusals } from "#app/domain/shared/refusals.ts";
import { redirectWithFlash } from "#app/http/flash.server.ts";
import { dateParts, toObject, withoutSecrets } from "#app/http/form-values.ts";
import { fieldErrors, oneError, readForm } from "#app/http/parse-form.server.ts";
import { readSubmission, refusalResponse } from "#app/http/submission.server.ts";

import { actConfirmed, askWho } from "../confirmed-act.server.ts";

/** Refusals that the form itself can put right, and the field where. */
const fieldOf: Partial<Record<Refusal, string>> = { "impossible-dates": "on", "body-not-live": "body", "partner-already": "body" };

/** A form that proposes a change of partners was sent: the proposal's page, or the form again with all that was typed. */
export async function sendChange<T>(request: Request, member: MemberOf, form: ChangeForm<T>, clientAddress: string, toInput: (typed: T) => ProposePartnerInput) {
  const people = `/portal/${member.partnership.slug}/people`;
  const values = await readForm(request);
  const submission = readSubmission(values);
  const again = withoutSecrets(values);
  const parsed = form.safeParse({ ...toObject(values), on: dateParts(values, "on") });
  if (!parsed.success) return data({ values: again, errors: fieldErrors(parsed.error), confirm: await askWho(member) }, { status: 422 });
  const acting = await actConfirmed(member, values, clientAddress);
  if (!acting.ok) return data({ values: again, errors: acting.errors, confirm: await askWho(member) }, { status: acting.status });
  const outcome = await proposePartnerChange(acting.actor, toInput(parsed.data), submission);
  if (outcome.ok) return redirectWithFlash(request, `${people}/proposals/${outcome.value.proposalId}`, { type: "success", text: "Proposed. The leads who are asked have been told." }, acting.headers);
  const field = fieldOf[outcome.refusal];
  if (!field) throw refusalResponse(outcome, { href: people, text: "See who holds which office" }, acting.headers);
  const { status, title, text } = refusals[outcome.refusal];
  return data({ values: again, errors: oneError(`${title}. ${outcome.detail ?? text}`, field), confirm: null }, { status, headers: acting.headers });
}
