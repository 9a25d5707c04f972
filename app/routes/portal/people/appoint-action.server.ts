import { data } from "@remix-run/node";

import { confirmIdentity } from "#app/auth/confirm-identity.server.ts";
import type { MemberOf } from "#app/auth/require-actor.server.ts";
import type { PartnershipRole } from "#app/domain/access/vocabulary.ts";
import { mailIsSent } from "#app/domain/notifications/mail-is-sent.server.ts";
import { appointHolder } from "#app/domain/people/appoint-holder.server.ts";
import { appointForm } from "#app/domain/people/forms.server.ts";
import { appointDelegateForm } from "#app/domain/people/office-forms.server.ts";
import { type Refusal, refusals } from "#app/domain/shared/refusals.ts";
import { env } from "#app/env.server.ts";
import type { FormErrors } from "#app/http/field-errors.ts";
import { dateParts, rawText, text, toObject, withoutSecrets } from "#app/http/form-values.ts";
import { fieldErrors, oneError, readForm } from "#app/http/parse-form.server.ts";
import { readSubmission, refusalResponse } from "#app/http/submission.server.ts";

/** Refusals that the form itself can put right, and the field where. */
const fieldOf: Partial<Record<Refusal, string>> = { "appointment-clash": "startsOn", "impossible-dates": "startsOn", "other-name": "name", "two-kinds-of-seat": "name", "scrutineer-independent": "name" };

export interface Sent {
  member: MemberOf;
  /** The post, and whether the person confirmed who they are a moment ago. */
  post: { id: string; role: PartnershipRole; confirmed: boolean };
  clientAddress: string;
  /** Where to go when the form cannot put it right. */
  next: { href: string; text: string };
}

/**
 * The form for appointing was sent: the result with its link, or the form again with what is wrong and all that was
 * typed. It asks for password and code only when the last confirmation is older than five minutes.
 */
export async function appoint(request: Request, { member, post, clientAddress, next }: Sent) {
  const values = await readForm(request);
  const submission = readSubmission(values);
  const again = (errors: FormErrors, init: { status: number; headers?: Record<string, string> }, confirmed = post.confirmed) =>
    data({ kind: "again" as const, values: withoutSecrets(values), errors, confirmed }, init);
  const form: typeof appointForm | typeof appointDelegateForm = post.role === "dsp" ? appointDelegateForm : appointForm;
  const parsed = form.safeParse({ ...toObject(values), acting: values["acting"]?.[0], startsOn: dateParts(values, "startsOn") });
  if (!parsed.success) return again(fieldErrors(parsed.error), { status: 422 });

  let actor = member.actor;
  let headers: Record<string, string> = {};
  if (!post.confirmed) {
    const confirmed = await confirmIdentity(actor, { password: rawText(values, "password"), code: text(values, "code") }, clientAddress);
    if (!confirmed.ok) return again(confirmed.errors, { status: confirmed.status });
    actor = confirmed.actor;
    headers = { "Set-Cookie": confirmed.setCookie };
  }
  const outcome = await appointHolder(actor, { ...parsed.data, partnershipId: member.partnership.id, postId: post.id }, submission);
  if (outcome.ok) {
    const { name, invited, replaced, invitationPath } = outcome.value;
    return data({ kind: "appointed" as const, name, office: parsed.data.office, invited, replaced, mailIsSent: mailIsSent(), invitationUrl: invitationPath && new URL(invitationPath, env().ORIGIN).href }, { headers });
  }
  const field = fieldOf[outcome.refusal];
  if (!field) throw refusalResponse(outcome, next, headers);
  const { status, title, text: message } = refusals[outcome.refusal];
  return again(oneError(`${title}. ${outcome.detail ?? message}`, field), { status, headers }, true);
}
