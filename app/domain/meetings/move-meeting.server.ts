import { eq } from "drizzle-orm";

import { officeOf } from "#app/domain/access/office-of.server.ts";
import { refuseWords } from "#app/domain/documents/identifiers/refuse-words.server.ts";
import { appendToLedger } from "#app/domain/ledger/append-to-ledger.server.ts";
import type { Submission } from "#app/domain/shared/change.server.ts";
import { done, type Outcome, refused } from "#app/domain/shared/refusals.ts";
import type { SessionActor } from "#db/client.server.ts";
import { meetingMoves, meetings } from "#db/schema/index.ts";

import { type AtMeeting, changeMeeting } from "./lock-meeting.server.ts";

export interface MoveInput extends AtMeeting {
  startsAt: Date;
  endsAt: Date;
  reason: string;
  revision: number;
  looked: readonly string[];
}

/** Gives a meeting another time; the first one and every move stay on record. Refusals: as of every change, and stale, meeting-held, nothing-to-change, impossible-dates, identifier-in-words, words-not-looked-at. */
export async function moveMeeting(actor: SessionActor, { startsAt, endsAt, reason, revision, looked, ...at }: MoveInput, submission: Submission): Promise<Outcome<null>> {
  return changeMeeting<null>(actor, "move-meeting", at, submission, async (tx, meeting) => {
    if (meeting.revision !== revision) return refused("stale");
    if (meeting.state !== "planned") return refused("meeting-held");
    if (meeting.startsAt.getTime() === startsAt.getTime() && meeting.endsAt.getTime() === endsAt.getTime()) return refused("nothing-to-change");
    if (endsAt <= startsAt) return refused("impossible-dates", "It must end after it begins");
    const unfit = refuseWords({ "The reason": reason }, looked);
    if (unfit) return unfit;
    const { partnershipId } = at;
    await tx.db.update(meetings).set({ startsAt, endsAt, revision: revision + 1 }).where(eq(meetings.id, meeting.id));
    await tx.db.insert(meetingMoves).values({ meetingId: meeting.id, partnershipId, fromStartsAt: meeting.startsAt, toStartsAt: startsAt, reason, office: officeOf(tx.me, partnershipId, "record-meetings"), movedAt: tx.now, movedBy: tx.me.personId });
    await appendToLedger(tx, { type: "meeting.moved", partnershipId, data: { meetingId: meeting.id, from: meeting.startsAt.toISOString(), to: startsAt.toISOString() } });
    return done(null);
  });
}
