import { requireMember } from "#app/auth/require-actor.server.ts";
import { risksPath } from "#app/components/risks/paths.ts";
import type { Permission } from "#app/domain/access/vocabulary.ts";
import { findRisk } from "#app/domain/risks/queries.server.ts";
import { notFound } from "#app/http/responses.ts";

/** A member with this permission, and the risk of the address. */
export async function requireRisk(request: Request, params: { partnership?: string; risk?: string }, permission: Permission) {
  const member = await requireMember(request, params.partnership, permission);
  const number = /^[1-9]\d{0,8}$/.test(params.risk ?? "") ? Number(params.risk) : null;
  const found = number === null ? null : await findRisk(member.actor, member.partnership.id, number);
  if (!found) throw notFound();
  return { ...member, ...found, here: risksPath(member.partnership.slug, found.risk.number) };
}
