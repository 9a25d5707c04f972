import { data } from "@remix-run/node";

import type { MemberOf } from "#app/auth/require-actor.server.ts";
import { appointHolder } from "#app/domain/people/appoint-holder.server.ts";
import { appointForm } from "#app/domain/people/forms.server.ts";
import { type Refusal, refusals } from "#app/domain/shared/refusals.ts";
import { env } from "#app/env.server.ts";
import { dateParts, toObject, withoutSecrets } from "#app/http/form-values.ts";
import { fieldErrors, oneError, readForm } from "#app/http/parse-form.server.ts";
import { readSubmission, refusalResponse } from "#app/http/submission.server.ts";

/** Refusals that the form itself can put right, and the field where. */
const fieldOf: Partial<Record<Refusal, string>> = { "appointment-clash": "startsOn", "impossible-dates": "startsOn", "other-name": "name", "two-kinds-of-seat": "name", "scrutineer-independent": "name" };

/** The form for appointing was sent: the result with its link, or the form again with what is wrong and all that was typed. */
export async function appoint(request: Request, { actor, partnership }: MemberOf, postId: string, next: { href: string; text: string }) {
  const values = await readForm(request);
  const submission = readSubmission(values);
  const parsed = appointForm.safeParse({ ...toObject(values), acting: values["acting"]?.[0], startsOn: dateParts(values, "startsOn") });
  if (!parsed.success) return data({ kind: "again" as const, values: withoutSecrets(values), errors: fieldErrors(parsed.error) }, { status: 422 });
  const outcome = await appointHolder(actor, { ...parsed.data, partnershipId: partnership.id, postId }, submission);
  if (outcome.ok) {
    const { name, accountOpened, replaced, setUpPath } = outcome.value;
    return data({ kind: "appointed" as const, name, office: parsed.data.office, accountOpened, replaced, setUpUrl: setUpPath && new URL(setUpPath, env().ORIGIN).href });
  }
  if (outcome.refusal === "identity-not-confirmed") {
    const errors = { summary: [{ href: confirmHref(request), text: "Confirm who you are again, in a new tab, then send this form. A confirmation lasts five minutes" }], fields: {} };
    return data({ kind: "again" as const, values: withoutSecrets(values), errors }, { status: 403 });
  }
  const field = fieldOf[outcome.refusal];
  if (!field) throw refusalResponse(outcome, next);
  const { status, title, text } = refusals[outcome.refusal];
  return data({ kind: "again" as const, values: withoutSecrets(values), errors: oneError(`${title}. ${outcome.detail ?? text}`, field) }, { status });
}

function confirmHref(request: Request): string {
  return `/account/confirm?next=${encodeURIComponent(new URL(request.url).pathname)}`;
}
