import { requireMember } from "#app/auth/require-actor.server.ts";
import { meetingsPath } from "#app/components/meetings/paths.ts";
import type { Permission } from "#app/domain/access/vocabulary.ts";
import type { MeetingView } from "#app/domain/meetings/meeting-view.ts";
import { findMeeting } from "#app/domain/meetings/queries.server.ts";
import { actsOn, type MeetingAct } from "#app/domain/meetings/rules.ts";
import { refused } from "#app/domain/shared/refusals.ts";
import { notFound } from "#app/http/responses.ts";
import { refusalResponse } from "#app/http/submission.server.ts";

type Member = Awaited<ReturnType<typeof requireMember>>;

export type MemberAtMeeting = Member & { now: string; meeting: MeetingView; here: string; at: { partnershipId: string; meetingId: string } };

type Params = { partnership?: string; meeting?: string };

/** A member with this permission, and the meeting of the address, their partnership's own or shared with it. */
export async function requireMeeting(request: Request, params: Params, permission: Permission): Promise<MemberAtMeeting> {
  const member = await requireMember(request, params.partnership, permission);
  const { actor, partnership } = member;
  const found = await findMeeting(actor, partnership.id, params.meeting ?? "");
  if (!found) throw notFound();
  return { ...member, ...found, here: meetingsPath(partnership.slug, found.meeting.id), at: { partnershipId: partnership.id, meetingId: found.meeting.id } };
}

/** What follows once a meeting has begun. */
const afterwards: readonly MeetingAct[] = ["attendance", "minutes", "approve"];

/** The same where the partnership hosts the meeting and this can be done to it now; otherwise the page that says why not. */
export async function requireHosted(request: Request, params: Params, act: MeetingAct): Promise<MemberAtMeeting> {
  const member = await requireMeeting(request, params, "record-meetings");
  const { meeting, now, here } = member;
  if (meeting.share !== null) throw notFound();
  if (actsOn(meeting, now).includes(act)) return member;
  const closed = meeting.state === "cancelled" || meeting.state === "approved";
  throw refusalResponse(refused(closed ? "meeting-closed" : afterwards.includes(act) ? "meeting-not-begun" : "meeting-held"), { href: here, text: "Open the meeting" });
}

/** The same for a partnership to which the meeting is proposed. */
export async function requireProposed(request: Request, params: Params): Promise<MemberAtMeeting> {
  const member = await requireMeeting(request, params, "record-meetings");
  if (member.meeting.share === null) throw notFound();
  if (member.meeting.share === "proposed") return member;
  throw refusalResponse(refused("share-answered"), { href: member.here, text: "Open the meeting" });
}
