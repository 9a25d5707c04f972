import { and, asc, eq, gt, inArray, isNull } from "drizzle-orm";

import { appendToLedger } from "#app/domain/ledger/append-to-ledger.server.ts";
import type { Submission } from "#app/domain/shared/change.server.ts";
import { done, type Outcome, refused } from "#app/domain/shared/refusals.ts";
import { as, type SessionActor, type SessionTx } from "#db/client.server.ts";
import { meetingItems, meetings } from "#db/schema/index.ts";

import { type AtMeeting, changeMeeting, type MeetingRow } from "../lock-meeting.server.ts";
import type { ApprovingMeeting, MeetingView } from "../meeting-view.ts";
import { minutesProblem } from "../rules.ts";
import { noMinutes, readMinutes } from "./read-minutes.server.ts";

/**
 * Records that the minutes were approved at a later meeting of the same kind; they change no more. Refusals: as of every
 * change, and stale, meeting-not-begun (nobody recorded who came), minutes-incomplete, minutes-two-texts, not-an-approving-meeting.
 */
export async function approveMinutes(actor: SessionActor, { approvedIn, revision, ...at }: AtMeeting & { approvedIn: string; revision: number }, submission: Submission): Promise<Outcome<null>> {
  return changeMeeting<null>(actor, "approve-minutes", at, submission, async (tx, meeting) => {
    if (meeting.revision !== revision) return refused("stale");
    if (meeting.state !== "held") return refused("meeting-not-begun");
    const items = await tx.db.select({ id: meetingItems.id, title: meetingItems.title }).from(meetingItems).where(and(eq(meetingItems.meetingId, meeting.id), isNull(meetingItems.removedAt)));
    const minutes = await readMinutes(tx, meeting.id);
    const problem = minutesProblem(items.map(({ id, title }) => ({ title, minutes: minutes.get(id) ?? noMinutes })));
    if (problem) return refused(problem.refusal, problem.items.join("; "));
    const choices = await readLater(tx, meeting);
    if (!choices.some((choice) => choice.id === approvedIn)) return refused("not-an-approving-meeting");
    await tx.db.update(meetings).set({ state: "approved", approvedIn, approvedAt: tx.now, approvedBy: tx.me.personId, revision: revision + 1 }).where(eq(meetings.id, meeting.id));
    await appendToLedger(tx, { type: "meeting.minutes-approved", partnershipId: at.partnershipId, data: { meetingId: meeting.id, approvedIn } });
    return done(null);
  });
}

/** The later meetings of the same kind that were held, the next first. */
async function readLater({ db }: SessionTx, { partnershipId, kind, groupName, startsAt }: Pick<MeetingRow, "partnershipId" | "kind" | "groupName" | "startsAt">): Promise<ApprovingMeeting[]> {
  const rows = await db
    .select({ id: meetings.id, startsAt: meetings.startsAt })
    .from(meetings)
    .where(and(eq(meetings.partnershipId, partnershipId), eq(meetings.kind, kind), groupName === null ? isNull(meetings.groupName) : eq(meetings.groupName, groupName), gt(meetings.startsAt, startsAt), inArray(meetings.state, ["held", "approved"])))
    .orderBy(asc(meetings.startsAt));
  return rows.map((row) => ({ id: row.id, startsAt: row.startsAt.toISOString() }));
}

/** Where the minutes of a meeting that the partnership hosts may have been approved. */
export async function listApproving(actor: SessionActor, { host, kind, groupName, startsAt }: MeetingView): Promise<ApprovingMeeting[]> {
  return as(actor, (tx) => readLater(tx, { partnershipId: host.id, kind, groupName, startsAt: new Date(startsAt) }));
}
