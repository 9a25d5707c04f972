import { requireMember } from "#app/auth/require-actor.server.ts";
import type { Permission } from "#app/domain/access/vocabulary.ts";
import type { ChangeToDecide } from "#app/domain/agencies/own/change-view.ts";
import { findChange } from "#app/domain/agencies/own/queries.server.ts";
import { notFound } from "#app/http/responses.ts";

/** A member with this permission, and the change of the address, which an agency of their partnership proposes. */
export async function requireChange(request: Request, params: { partnership?: string; change?: string }, permission: Permission): Promise<Awaited<ReturnType<typeof requireMember>> & { change: ChangeToDecide }> {
  const member = await requireMember(request, params.partnership, permission);
  const change = await findChange(member.actor, member.partnership.id, params.change ?? "");
  if (!change) throw notFound();
  return { ...member, change };
}
