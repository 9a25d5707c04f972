import { partnershipFrame, personFrame } from "#app/auth/frame.server.ts";
import { type MemberOf, requireMemberOrAdministrator } from "#app/auth/require-actor.server.ts";
import { agenciesPath } from "#app/components/agencies/paths.ts";
import type { Permission } from "#app/domain/access/vocabulary.ts";
import { findTakedown, type ListTakedown } from "#app/domain/agencies/takedowns/queries.server.ts";
import { notFound } from "#app/http/responses.ts";

type Params = Readonly<Record<string, string | undefined>>;

export interface RemovingMember extends MemberOf {
  frame: ReturnType<typeof personFrame>;
  back: { href: string; text: string };
}

/** A member, or an administrator of the installation, who sees none of the register. */
export async function requireRemover(request: Request, params: Params, permission: Permission): Promise<RemovingMember> {
  const member = await requireMemberOrAdministrator(request, params.partnership, permission);
  const { me, partnership } = member;
  if (me.holds.some((holding) => holding.partnershipId === partnership.id)) return { ...member, frame: partnershipFrame(member), back: { href: agenciesPath(partnership.slug), text: "Back to the register" } };
  return { ...member, frame: personFrame(member), back: { href: `/admin/partnerships/${partnership.slug}`, text: `Back to ${partnership.name}` } };
}

/** Whoever may erase what was taken down, and the takedown of the address. */
export async function requireTakedown(request: Request, params: Params): Promise<RemovingMember & { takedown: ListTakedown }> {
  const member = await requireRemover(request, params, "erase");
  const takedown = await findTakedown(member.actor, member.partnership.id, params.takedown ?? "");
  if (!takedown) throw notFound();
  return { ...member, takedown };
}
