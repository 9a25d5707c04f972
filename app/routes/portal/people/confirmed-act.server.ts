import { confirmIdentity } from "#app/auth/confirm-identity.server.ts";
import type { MemberOf } from "#app/auth/require-actor.server.ts";
import { hasConfirmed } from "#app/domain/people/queries.server.ts";
import type { FormErrors } from "#app/http/field-errors.ts";
import { type FormValues, rawText, text } from "#app/http/form-values.ts";

type Acting = { ok: true; actor: MemberOf["actor"]; headers: Record<string, string> } | { ok: false; errors: FormErrors; status: number };

/**
 * Who acts: as they are when they confirmed who they are within five minutes, otherwise with the password and code of
 * this form. The reply to what follows must carry `headers`.
 */
export async function actConfirmed({ actor }: Pick<MemberOf, "actor">, values: FormValues, clientAddress: string): Promise<Acting> {
  if (await hasConfirmed(actor)) return { ok: true, actor, headers: {} };
  const confirmed = await confirmIdentity(actor, { password: rawText(values, "password"), code: text(values, "code") }, clientAddress);
  if (!confirmed.ok) return { ok: false, errors: confirmed.errors, status: confirmed.status };
  return { ok: true, actor: confirmed.actor, headers: { "Set-Cookie": confirmed.setCookie } };
}

/** How the form must ask who it is: with a second factor or without; not at all when it was asked a moment ago. */
export async function askWho({ actor, me }: Pick<MemberOf, "actor" | "me">): Promise<MemberOf["me"]["strength"] | null> {
  return (await hasConfirmed(actor)) ? null : me.strength;
}
