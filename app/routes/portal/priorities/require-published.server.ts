import { partnershipFrame, personFrame } from "#app/auth/frame.server.ts";
import { requireMemberOrAdministrator } from "#app/auth/require-actor.server.ts";
import { prioritiesPath } from "#app/components/priorities/paths.ts";
import type { Permission } from "#app/domain/access/vocabulary.ts";
import { findPublishedPriority } from "#app/domain/publication/priorities.server.ts";
import { notFound } from "#app/http/responses.ts";

/** Whoever may end what is published of the priority of the address: a member, or an administrator, who sees what the public sees. */
export async function requirePublished(request: Request, params: { partnership?: string; priority?: string }, permission: Permission) {
  const member = await requireMemberOrAdministrator(request, params.partnership, permission);
  const { me, partnership } = member;
  const found = /^[1-9]\d{0,8}$/.test(params.priority ?? "") ? await findPublishedPriority(partnership.slug, Number(params.priority)) : null;
  if (!found) throw notFound();
  const inside = me.holds.some((holding) => holding.partnershipId === partnership.id);
  const number = found.shown.facts.priority;
  const back = inside ? { href: prioritiesPath(partnership.slug, number), text: "Back to the priority" } : { href: `/admin/partnerships/${partnership.slug}`, text: `Back to ${partnership.name}` };
  return { ...member, frame: inside ? partnershipFrame(member) : personFrame(member), back, number, state: found.shown.state, title: found.shown.outline?.title ?? `Priority ${String(number)}` };
}
