import { and, eq } from "drizzle-orm";

import { forbid } from "#app/domain/access/require.server.ts";
import { change, type Submission } from "#app/domain/shared/change.server.ts";
import { isUuid } from "#app/domain/shared/is-uuid.ts";
import { type Outcome, refused } from "#app/domain/shared/refusals.ts";
import type { SessionActor, SessionTx } from "#db/client.server.ts";
import { meetings } from "#db/schema/index.ts";

export type MeetingRow = typeof meetings.$inferSelect;

export interface AtMeeting {
  /** The host. */
  partnershipId: string;
  meetingId: string;
}

/** A meeting that its host keeps, locked. Null when it hosts no such thing. */
export async function lockMeeting(tx: SessionTx, { partnershipId, meetingId }: AtMeeting): Promise<MeetingRow | null> {
  if (!isUuid(meetingId)) return null;
  const [row] = await tx.db.select().from(meetings).where(and(eq(meetings.id, meetingId), eq(meetings.partnershipId, partnershipId))).for("update");
  return row ?? null;
}

/**
 * One change of a meeting, by somebody who records them for its host. Refusals of every one: not-permitted, not-found,
 * meeting-closed (cancelled, or its minutes are approved).
 */
export async function changeMeeting<T>(actor: SessionActor, command: string, at: AtMeeting, submission: Submission, fn: (tx: SessionTx, meeting: MeetingRow) => Promise<Outcome<T>>): Promise<Outcome<T>> {
  return change(actor, command, submission, async (tx) => {
    const forbidden = forbid(tx.me, "record-meetings", { partnershipId: at.partnershipId });
    if (forbidden) return forbidden;
    const meeting = await lockMeeting(tx, at);
    if (!meeting) return refused("not-found");
    if (meeting.state === "cancelled" || meeting.state === "approved") return refused("meeting-closed");
    return fn(tx, meeting);
  });
}
