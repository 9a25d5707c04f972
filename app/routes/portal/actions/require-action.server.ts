import { type MemberOf, requireMember } from "#app/auth/require-actor.server.ts";
import { actionsPath } from "#app/components/actions/paths.ts";
import type { Permission } from "#app/domain/access/vocabulary.ts";
import { findAction } from "#app/domain/actions/queries.server.ts";
import { type ActionAct, actsOn } from "#app/domain/actions/rules.ts";
import type { ActionInFull } from "#app/domain/actions/views.ts";
import { type Refusal, refused } from "#app/domain/shared/refusals.ts";
import { notFound } from "#app/http/responses.ts";
import { refusalResponse } from "#app/http/submission.server.ts";

interface Params {
  partnership?: string;
  action?: string;
}

export type MemberWithAction = MemberOf & { action: ActionInFull; here: string };

/** A member with this permission, and the action of the address, if they see it. */
export async function requireAction(request: Request, params: Params, permission: Permission): Promise<MemberWithAction> {
  const member = await requireMember(request, params.partnership, permission);
  const action = await findAction(member.actor, member.partnership.id, params.action ?? "");
  if (!action) throw notFound();
  return { ...member, action, here: actionsPath(member.partnership.slug, action.id) };
}

const permissions: Record<ActionAct, Permission> = { progress: "work-on-actions", propose: "work-on-actions", close: "close-actions", more: "close-actions", move: "record-actions", owner: "record-actions" };

/** The same for somebody who sends a form: what they may not do is refused by the command. */
export function requireSender(request: Request, params: Params, act: ActionAct): Promise<MemberWithAction> {
  return requireAction(request, params, permissions[act]);
}

/** The same where the reader can do this to the action now; otherwise the page that says why not. */
export async function requireAct(request: Request, params: Params, act: ActionAct): Promise<MemberWithAction> {
  const member = await requireSender(request, params, act);
  if (actsOn(member.action.state, member.action.may).includes(act)) return member;
  throw refusalResponse(refused(whyNot(member.action, act)), { href: member.here, text: "Open the action" });
}

function whyNot({ state, standing, involved, may }: ActionInFull, act: ActionAct): Refusal {
  const works = act === "progress" || act === "propose";
  if (works && !may.work) return standing === "blocked" ? "agency-answers-itself" : "not-the-owner";
  if ((act === "close" || act === "more") && !may.close && state !== "closed") return involved ? "own-action" : "not-permitted";
  return "action-moved-on";
}
