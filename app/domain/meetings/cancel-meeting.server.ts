import { eq } from "drizzle-orm";

import { refuseWords } from "#app/domain/documents/identifiers/refuse-words.server.ts";
import { appendToLedger } from "#app/domain/ledger/append-to-ledger.server.ts";
import type { Submission } from "#app/domain/shared/change.server.ts";
import { done, type Outcome, refused } from "#app/domain/shared/refusals.ts";
import type { SessionActor } from "#db/client.server.ts";
import { meetings } from "#db/schema/index.ts";

import { type AtMeeting, changeMeeting } from "./lock-meeting.server.ts";

/** Cancels a meeting that was not held; it stays in the list with the reason. Refusals: as of every change, and stale, meeting-held, identifier-in-words, words-not-looked-at. */
export async function cancelMeeting(actor: SessionActor, { reason, revision, looked, ...at }: AtMeeting & { reason: string; revision: number; looked: readonly string[] }, submission: Submission): Promise<Outcome<null>> {
  return changeMeeting<null>(actor, "cancel-meeting", at, submission, async (tx, meeting) => {
    if (meeting.revision !== revision) return refused("stale");
    if (meeting.state !== "planned") return refused("meeting-held");
    const unfit = refuseWords({ "The reason": reason }, looked);
    if (unfit) return unfit;
    await tx.db.update(meetings).set({ state: "cancelled", cancelledReason: reason, cancelledAt: tx.now, cancelledBy: tx.me.personId, revision: revision + 1 }).where(eq(meetings.id, meeting.id));
    await appendToLedger(tx, { type: "meeting.cancelled", partnershipId: at.partnershipId, data: { meetingId: meeting.id } });
    return done(null);
  });
}
