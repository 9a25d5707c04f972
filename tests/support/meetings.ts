import type { AttendanceEntry } from "#app/domain/meetings/attendance/record-attendance.server.ts";
import { recordAttendance } from "#app/domain/meetings/attendance/record-attendance.server.ts";
import { addItem } from "#app/domain/meetings/agenda/items.server.ts";
import type { NewMeeting } from "#app/domain/meetings/forms.server.ts";
import { planMeeting } from "#app/domain/meetings/plan-meeting.server.ts";
import { answerShare } from "#app/domain/meetings/shares/answer-share.server.ts";
import { proposeShare } from "#app/domain/meetings/shares/share-meeting.server.ts";

import { need } from "./funding.ts";
import { submission, type TestPartnership } from "./partnership.ts";

/** A meeting as its form reads it, with these values. It begins an hour before the clock of the tests. */
export function meeting(values: Partial<NewMeeting> = {}): NewMeeting {
  return { kind: "delegates", groupName: null, place: "Room 2, Council House", looked: [], startsAt: new Date("2026-09-08T08:00:00Z"), endsAt: new Date("2026-09-08T10:00:00Z"), ...values };
}

/** Plans one. Answers its id. */
export async function plan({ id: partnershipId, businessManager }: TestPartnership, values: Partial<NewMeeting> = {}): Promise<string> {
  return need(await planMeeting(businessManager.actor, { partnershipId, ...meeting(values) }, submission())).meetingId;
}

/** Puts an item on its agenda. Answers the item’s id. */
export async function addToAgenda({ id: partnershipId, businessManager }: TestPartnership, meetingId: string, title = "Missing from school"): Promise<string> {
  return need(await addItem(businessManager.actor, { partnershipId, meetingId, title, purpose: "discussion", papers: "", looked: [] }, submission())).itemId;
}

/** Everybody of these partnerships there. */
export function everySeat(...partnerships: TestPartnership[]): AttendanceEntry[] {
  return partnerships.flatMap((partnership) => partnership.seats.map((seat): AttendanceEntry => ({ id: seat.id, status: "present", deputyPost: null })));
}

/** Records who came: without entries, every seat of the host. */
export async function hold(host: TestPartnership, meetingId: string, entries: AttendanceEntry[] = everySeat(host), revision = 0): Promise<void> {
  need(await recordAttendance(host.businessManager.actor, { partnershipId: host.id, meetingId, entries, revision, looked: [] }, submission()));
}

/** Shares a meeting and accepts it. */
export async function shareWith(host: TestPartnership, other: TestPartnership, meetingId: string): Promise<void> {
  need(await proposeShare(host.businessManager.actor, { partnershipId: host.id, meetingId, withId: other.id }, submission()));
  need(await answerShare(other.businessManager.actor, { partnershipId: other.id, meetingId, reason: null, revision: 1, looked: [] }, submission()));
}
