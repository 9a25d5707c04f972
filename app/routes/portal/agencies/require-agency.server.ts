import { requireMember } from "#app/auth/require-actor.server.ts";
import type { Permission } from "#app/domain/access/vocabulary.ts";
import type { AgencyView } from "#app/domain/agencies/agency-view.ts";
import { findAgency } from "#app/domain/agencies/queries.server.ts";
import { notFound } from "#app/http/responses.ts";

/** A member with this permission, and the agency of the address, which is in their partnership's register. */
export async function requireAgency(request: Request, params: { partnership?: string; agency?: string }, permission: Permission): Promise<Awaited<ReturnType<typeof requireMember>> & { agency: AgencyView }> {
  const member = await requireMember(request, params.partnership, permission);
  const agency = await findAgency(member.actor, member.partnership.id, params.agency ?? "");
  if (!agency) throw notFound();
  return { ...member, agency };
}
