import { requireMember } from "#app/auth/require-actor.server.ts";
import { decisionsPath } from "#app/components/decisions/paths.ts";
import type { Permission } from "#app/domain/access/vocabulary.ts";
import { findDecision } from "#app/domain/decisions/queries.server.ts";
import { notFound } from "#app/http/responses.ts";

type Member = Awaited<ReturnType<typeof requireMember>>;
type Found = NonNullable<Awaited<ReturnType<typeof findDecision>>>;

export type MemberWithDecision = Member & Found & { here: string };

/** A member with this permission, and the decision of the address. */
export async function requireDecision(request: Request, params: { partnership?: string; decision?: string }, permission: Permission): Promise<MemberWithDecision> {
  const member = await requireMember(request, params.partnership, permission);
  const number = /^[1-9]\d{0,8}$/.test(params.decision ?? "") ? Number(params.decision) : null;
  const found = number === null ? null : await findDecision(member.actor, member.partnership.id, number);
  if (!found) throw notFound();
  return { ...member, ...found, here: decisionsPath(member.partnership.slug, found.decision.number) };
}
