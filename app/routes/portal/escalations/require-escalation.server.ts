import { requireMember } from "#app/auth/require-actor.server.ts";
import { escalationsPath } from "#app/components/escalations/paths.ts";
import type { Permission } from "#app/domain/access/vocabulary.ts";
import { findEscalation } from "#app/domain/escalations/queries.server.ts";
import { actsOn, type EscalationAct } from "#app/domain/escalations/rules.ts";
import { refused } from "#app/domain/shared/refusals.ts";
import { notFound } from "#app/http/responses.ts";
import { refusalResponse } from "#app/http/submission.server.ts";

type Member = Awaited<ReturnType<typeof requireMember>>;
type Found = NonNullable<Awaited<ReturnType<typeof findEscalation>>>;

export type MemberWithEscalation = Member & Found & { here: string };

/** A member with this permission, and the escalation of the address. */
export async function requireEscalation(request: Request, params: { partnership?: string; escalation?: string }, permission: Permission): Promise<MemberWithEscalation> {
  const member = await requireMember(request, params.partnership, permission);
  const number = /^[1-9]\d{0,8}$/.test(params.escalation ?? "") ? Number(params.escalation) : null;
  const found = number === null ? null : await findEscalation(member.actor, member.partnership.id, number);
  if (!found) throw notFound();
  return { ...member, ...found, here: escalationsPath(member.partnership.slug, found.escalation.number) };
}

/** The same where this can be done now; otherwise the page that says why not. */
export async function requireOpen(request: Request, params: { partnership?: string; escalation?: string }, act: EscalationAct): Promise<MemberWithEscalation> {
  const member = await requireEscalation(request, params, "record-escalations");
  if (actsOn(member.escalation).includes(act)) return member;
  throw refusalResponse(refused(member.escalation.closedOn === null ? "not-to-escalate" : "escalation-closed"), { href: member.here, text: "Open the escalation" });
}
