import { findWholeMeeting } from "#app/domain/meetings/queries.server.ts";
import type { ItemView } from "#app/domain/meetings/meeting-view.ts";
import { notFound } from "#app/http/responses.ts";

import { type MemberAtMeeting, requireHosted } from "../require-meeting.server.ts";

export type MemberAtItem = MemberAtMeeting & { item: ItemView };

/** A member who may change the agenda, or the minutes, and the item of the address. */
export async function requireItem(request: Request, params: { partnership?: string; meeting?: string; agendaItem?: string }, act: "agenda" | "minutes" = "agenda"): Promise<MemberAtItem> {
  const member = await requireHosted(request, params, act);
  const whole = await findWholeMeeting(member.actor, member.partnership.id, member.meeting.id);
  const item = whole?.items.find((each) => each.id === params.agendaItem);
  if (!item) throw notFound();
  return { ...member, item };
}
