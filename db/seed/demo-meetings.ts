import { addItem } from "#app/domain/meetings/agenda/items.server.ts";
import { type AttendanceEntry, recordAttendance } from "#app/domain/meetings/attendance/record-attendance.server.ts";
import { findSheet } from "#app/domain/meetings/attendance/find-sheet.server.ts";
import { cancelMeeting } from "#app/domain/meetings/cancel-meeting.server.ts";
import { approveMinutes, listApproving } from "#app/domain/meetings/minutes/approve-minutes.server.ts";
import { saveMinutes } from "#app/domain/meetings/minutes/save-minutes.server.ts";
import { moveMeeting } from "#app/domain/meetings/move-meeting.server.ts";
import { planMeeting } from "#app/domain/meetings/plan-meeting.server.ts";
import { findMeeting } from "#app/domain/meetings/queries.server.ts";
import { recordQuorumRule } from "#app/domain/meetings/quorum/record-rule.server.ts";
import { answerShare } from "#app/domain/meetings/shares/answer-share.server.ts";
import { proposeShare } from "#app/domain/meetings/shares/share-meeting.server.ts";

import type { Stage } from "./demo.ts";
import { type DemoMeeting, type DemoMeetings, demoMeetings } from "./demo-meetings-data.ts";
import { form, must } from "./outcomes.ts";

/** What was before the portal was there was entered on this day; what is still to come was planned on the other. */
const begins = "2026-04-02T12:00:00Z";
const ends = "2026-11-25T12:00:00Z";

/** A year of meetings: quorate and not, moved, cancelled, of two partnerships, minuted by two at once, still to come. Five partnerships have none. */
export async function seedMeetings(stage: Stage): Promise<void> {
  for (const place of demoMeetings) {
    await seedRules(stage, place);
    const inOrder = [...place.meetings].sort((a, b) => a.at[0].localeCompare(b.at[0]));
    for (const meeting of inOrder) await seedMeeting(stage, place, meeting);
  }
}

async function seedRules(stage: Stage, { slug, manager, rules }: DemoMeetings): Promise<void> {
  await stage.at(begins);
  const partnershipId = await stage.partnershipId(slug);
  const actor = await stage.actor(manager);
  for (const [at, rule] of rules.entries()) {
    const revision = rules.slice(0, at).filter((each) => each.kind === rule.kind).length;
    must(await recordQuorumRule(actor, { partnershipId, ...rule, allLeast: 0, revision }, form()));
  }
}

async function seedMeeting(stage: Stage, place: DemoMeetings, meeting: DemoMeeting): Promise<void> {
  const { at, moved, cancelled, items = [], shared } = meeting;
  const partnershipId = await stage.partnershipId(place.slug);
  const [startsAt, endsAt] = moments(at);
  const [firstStartsAt, firstEndsAt] = moments(moved?.from ?? at);
  await stage.at(clamped(new Date(firstStartsAt.getTime() - 28 * day)));
  const actor = await stage.actor(place.manager);
  const details = { kind: meeting.kind, groupName: meeting.group ?? null, place: meeting.place ?? "Online", looked: [] };
  const { meetingId } = must(await planMeeting(actor, { partnershipId, ...details, startsAt: firstStartsAt, endsAt: firstEndsAt }, form()));
  const here = { partnershipId, meetingId };
  const itemIds: string[] = [];
  for (const [title, purpose, , papers = ""] of items) itemIds.push(must(await addItem(actor, { ...here, title, purpose, papers, looked: [] }, form())).itemId);
  if (moved) must(await moveMeeting(actor, { ...here, startsAt, endsAt, reason: moved.reason, revision: 1, looked: [] }, form()));
  if (cancelled) must(await cancelMeeting(actor, { ...here, reason: cancelled, revision: 1, looked: [] }, form()));
  if (shared) await seedShare(stage, actor, here, shared);
  if (!cancelled && endsAt.toISOString() < ends) await seedHeld(stage, place, meeting, here, itemIds);
}

async function seedShare(stage: Stage, actor: Awaited<ReturnType<Stage["actor"]>>, here: { partnershipId: string; meetingId: string }, { slug, acceptedBy }: { slug: string; acceptedBy?: string }): Promise<void> {
  const withId = await stage.partnershipId(slug);
  must(await proposeShare(actor, { ...here, withId }, form()));
  if (acceptedBy) must(await answerShare(await stage.actor(acceptedBy), { partnershipId: withId, meetingId: here.meetingId, reason: null, revision: 1, looked: [] }, form()));
}

/** Who came, what was said, and that the minutes of the meeting before were approved. */
async function seedHeld(stage: Stage, { slug, manager }: DemoMeetings, { kind, at, items = [], missing = {}, beside }: DemoMeeting, here: { partnershipId: string; meetingId: string }, itemIds: readonly string[]): Promise<void> {
  // Thornby has still to record who came.
  if (slug === "thornby") return;
  await stage.at(clamped(moments(at)[1]));
  const actor = await stage.actor(manager);
  const { lines } = await findSheet(actor, here.partnershipId, here.meetingId);
  const schools = lines.filter((line) => line.kind === "education").slice(0, kind === "delegates" ? 2 : 0);
  const asked = [...lines.filter((line) => line.kind === "seat"), ...schools];
  const entries = asked.map(({ id, body }): AttendanceEntry => {
    const how = missing[body] ?? (id === schools[1]?.id && startsInOddMonth(at) ? "apologies" : "present");
    return typeof how === "string" ? { id, status: how, deputyPost: null } : { id, status: "deputy", deputyPost: how.deputy };
  });
  must(await recordAttendance(actor, { ...here, entries, revision: 0, looked: [] }, form()));
  for (const [nth, [, , body]] of items.entries()) {
    if (body) must(await saveMinutes(actor, { ...here, itemId: itemIds[nth] ?? "", body, beganFrom: 0, seen: 0, looked: [] }, form()));
  }
  if (beside) must(await saveMinutes(await stage.actor(beside.by), { ...here, itemId: itemIds[0] ?? "", body: beside.text, beganFrom: 0, seen: 0, looked: [] }, form()));
  await approveEarlier(stage, manager, here);
}

/** The minutes of every earlier meeting of its kind that are complete. */
async function approveEarlier({ sql, actor: sessionOf }: Stage, manager: string, { partnershipId, meetingId }: { partnershipId: string; meetingId: string }): Promise<void> {
  const actor = await sessionOf(manager);
  const earlier = await sql<{ id: string }[]>`
    select e.id from portal.meetings e join portal.meetings m on m.id = ${meetingId} and e.partnership_id = m.partnership_id and e.kind = m.kind and e.group_name is not distinct from m.group_name
    where e.state = 'held' and e.starts_at < m.starts_at`;
  for (const { id } of earlier) {
    const found = await findMeeting(actor, partnershipId, id);
    if (!found) continue;
    const [next] = await listApproving(actor, found.meeting);
    if (next) must(await approveMinutes(actor, { partnershipId, meetingId: id, approvedIn: next.id, revision: found.meeting.revision }, form()));
  }
}

/** The second of those who speak for education comes every other time. */
function startsInOddMonth([from]: [string, string]): boolean {
  return new Date(from).getUTCMonth() % 2 === 0;
}

const day = 86_400_000;

function moments([from, until]: [string, string]): [Date, Date] {
  return [new Date(from), new Date(until)];
}

function clamped(moment: Date): string {
  const iso = moment.toISOString();
  return iso < begins ? begins : iso > ends ? ends : iso;
}
