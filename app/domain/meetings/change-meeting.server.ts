import { eq } from "drizzle-orm";

import { refuseWords } from "#app/domain/documents/identifiers/refuse-words.server.ts";
import { appendToLedger } from "#app/domain/ledger/append-to-ledger.server.ts";
import type { Submission } from "#app/domain/shared/change.server.ts";
import { done, type Outcome, refused } from "#app/domain/shared/refusals.ts";
import type { SessionActor } from "#db/client.server.ts";
import { meetings } from "#db/schema/index.ts";

import { type MeetingDetails, meetingWords } from "./forms.server.ts";
import { type AtMeeting, changeMeeting as changeOne } from "./lock-meeting.server.ts";

/** Puts right where a meeting is and, before it is held, whose it is. Refusals: as of every change, and stale, nothing-to-change, meeting-held, identifier-in-words, words-not-looked-at. */
export async function changeMeeting(actor: SessionActor, { revision, looked, kind, groupName, place, ...at }: AtMeeting & MeetingDetails & { revision: number }, submission: Submission): Promise<Outcome<null>> {
  return changeOne<null>(actor, "change-meeting", at, submission, async (tx, meeting) => {
    if (meeting.revision !== revision) return refused("stale");
    const sameGroup = meeting.kind === kind && meeting.groupName === groupName;
    if (sameGroup && meeting.place === place) return refused("nothing-to-change");
    if (!sameGroup && meeting.state !== "planned") return refused("meeting-held");
    const unfit = refuseWords(meetingWords({ groupName, place }), looked);
    if (unfit) return unfit;
    await tx.db.update(meetings).set({ kind, groupName, place, revision: revision + 1 }).where(eq(meetings.id, meeting.id));
    await appendToLedger(tx, { type: "meeting.changed", partnershipId: at.partnershipId, data: { meetingId: meeting.id, revision: revision + 1 } });
    return done(null);
  });
}
