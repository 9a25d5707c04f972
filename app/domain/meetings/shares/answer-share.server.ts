import { and, eq } from "drizzle-orm";

import { forbid } from "#app/domain/access/require.server.ts";
import { refuseWords } from "#app/domain/documents/identifiers/refuse-words.server.ts";
import { appendToLedger } from "#app/domain/ledger/append-to-ledger.server.ts";
import { change, type Submission } from "#app/domain/shared/change.server.ts";
import { isUuid } from "#app/domain/shared/is-uuid.ts";
import { done, type Outcome, refused } from "#app/domain/shared/refusals.ts";
import type { SessionActor } from "#db/client.server.ts";
import { meetings, meetingShares } from "#db/schema/index.ts";

export interface ShareAnswer {
  /** The partnership that was asked. */
  partnershipId: string;
  meetingId: string;
  /** Why not, for the host to read; null accepts. */
  reason: string | null;
  /** The revision of the meeting that the person saw. */
  revision: number;
  looked: readonly string[];
}

/** Accepts that a meeting is one's own partnership's, too, or declines it. Refusals: not-permitted, not-found, share-answered, meeting-closed, stale (it was moved since), identifier-in-words, words-not-looked-at. */
export async function answerShare(actor: SessionActor, { partnershipId, meetingId, reason, revision, looked }: ShareAnswer, submission: Submission): Promise<Outcome<null>> {
  return change<null>(actor, "answer-meeting-share", submission, async (tx) => {
    const forbidden = forbid(tx.me, "record-meetings", { partnershipId });
    if (forbidden) return forbidden;
    if (!isUuid(meetingId)) return refused("not-found");
    const which = and(eq(meetingShares.meetingId, meetingId), eq(meetingShares.partnershipId, partnershipId));
    const [share] = await tx.db.select().from(meetingShares).where(which).for("update");
    const [meeting] = await tx.db.select().from(meetings).where(eq(meetings.id, meetingId));
    if (!share) return refused("not-found");
    if (share.state !== "proposed" || !meeting) return refused("share-answered");
    if (meeting.state === "cancelled" || meeting.state === "approved") return refused("meeting-closed");
    if (meeting.revision !== revision) return refused("stale");
    const unfit = refuseWords({ "The reason": reason }, looked);
    if (unfit) return unfit;
    await tx.db.update(meetingShares).set({ state: reason === null ? "accepted" : "declined", reason, answeredAt: tx.now, answeredBy: tx.me.personId }).where(which);
    await appendToLedger(tx, { type: reason === null ? "meeting-share.accepted" : "meeting-share.declined", partnershipId, data: { meetingId } });
    return done(null);
  });
}
