import { requireMember } from "#app/auth/require-actor.server.ts";
import { prioritiesPath } from "#app/components/priorities/paths.ts";
import type { Permission } from "#app/domain/access/vocabulary.ts";
import type { MeasureView, PriorityDetail } from "#app/domain/priorities/priority-view.ts";
import { findPriority } from "#app/domain/priorities/queries.server.ts";
import { isUuid } from "#app/domain/shared/is-uuid.ts";
import { refused } from "#app/domain/shared/refusals.ts";
import { notFound } from "#app/http/responses.ts";
import { refusalResponse } from "#app/http/submission.server.ts";

type Member = Awaited<ReturnType<typeof requireMember>>;
interface Params {
  partnership?: string;
  priority?: string;
  measure?: string;
}

export type MemberWithPriority = Member & PriorityDetail & { here: string };

const ordinal = /^[1-9]\d{0,8}$/;

/** A member with this permission, and the priority of the address. */
export async function requirePriority(request: Request, params: Params, permission: Permission): Promise<MemberWithPriority> {
  const member = await requireMember(request, params.partnership, permission);
  // People name it by its number; what comes of it, by its id.
  const named = params.priority ?? "";
  const which = ordinal.test(named) ? Number(named) : isUuid(named) ? named : null;
  const found = which === null ? null : await findPriority(member.actor, member.partnership.id, which);
  if (!found) throw notFound();
  return { ...member, ...found, here: prioritiesPath(member.partnership.slug, found.priority.number) };
}

/** The same where something can be done to it; otherwise the page that says why not. */
export async function requireOpen(request: Request, params: Params, permission: Permission, of: "draft" | "agreed" | "both"): Promise<MemberWithPriority> {
  const member = await requirePriority(request, params, permission);
  const { state, agreedOn } = member.priority;
  const next = { href: member.here, text: "Open the priority" };
  if (state === "closed") throw refusalResponse(refused("priority-closed"), next);
  if (of === "draft" && agreedOn !== null) throw refusalResponse(refused("priority-agreed"), next);
  if (of === "agreed" && agreedOn === null) throw refusalResponse(refused("priority-not-agreed"), next);
  return member;
}

/** The same for those who may conclude it: the delegated partner who leads it, or the chair. */
export async function requireJudge(request: Request, params: Params, of: "agreed" | "both"): Promise<MemberWithPriority & { judge: { personId: string; isLead: boolean; isChair: boolean } }> {
  const member = await requireOpen(request, params, "conclude-priorities", of);
  const here = member.me.holds.filter((held) => held.partnershipId === member.partnership.id);
  const judge = { personId: member.me.personId, isLead: here.some((held) => held.role === "dsp" && held.seatId === member.priority.lead.seatId), isChair: here.some((held) => held.role === "chair") };
  if (judge.isLead || judge.isChair) return { ...member, judge };
  throw refusalResponse(refused("not-priority-lead"), { href: member.here, text: "Open the priority" });
}

/** A member who may change a measure of an open priority, with that measure. */
export async function requireMeasure(request: Request, params: Params): Promise<MemberWithPriority & { measure: MeasureView }> {
  const member = await requireOpen(request, params, "edit-priorities", "both");
  const measure = ordinal.test(params.measure ?? "") ? member.priority.measures.find((each) => each.number === Number(params.measure)) : undefined;
  if (!measure) throw notFound();
  return { ...member, measure };
}
