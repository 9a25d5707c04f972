import { requireMember } from "#app/auth/require-actor.server.ts";
import type { OwnAgency } from "#app/domain/agencies/own/change-view.ts";
import { findOwnAgency } from "#app/domain/agencies/own/queries.server.ts";
import { notFound } from "#app/http/responses.ts";

/** Somebody who speaks for the agency of the address. Any other agency is not there for them. */
export async function requireOwn(request: Request, params: { partnership?: string; agency?: string }): Promise<Awaited<ReturnType<typeof requireMember>> & { own: OwnAgency }> {
  const member = await requireMember(request, params.partnership, "edit-own-agency");
  const own = await findOwnAgency(member.actor, member.partnership.id, params.agency ?? "");
  if (!own) throw notFound();
  return { ...member, own };
}
