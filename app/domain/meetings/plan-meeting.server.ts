import { refuseWords } from "#app/domain/documents/identifiers/refuse-words.server.ts";
import { forbid } from "#app/domain/access/require.server.ts";
import { appendToLedger } from "#app/domain/ledger/append-to-ledger.server.ts";
import { change, type Submission } from "#app/domain/shared/change.server.ts";
import { done, type Outcome, refused } from "#app/domain/shared/refusals.ts";
import type { SessionActor } from "#db/client.server.ts";
import { meetings } from "#db/schema/index.ts";

import { meetingWords, type NewMeeting } from "./forms.server.ts";

/**
 * Plans a meeting; one that was held already may be recorded as well. Refusals: not-permitted, not-found,
 * impossible-dates, identifier-in-words, words-not-looked-at.
 */
export async function planMeeting(actor: SessionActor, { partnershipId, looked, ...meeting }: { partnershipId: string } & NewMeeting, submission: Submission): Promise<Outcome<{ meetingId: string }>> {
  return change(actor, "plan-meeting", submission, async (tx) => {
    const forbidden = forbid(tx.me, "record-meetings", { partnershipId });
    if (forbidden) return forbidden;
    const unfit = refuseWords(meetingWords(meeting), looked);
    if (unfit) return unfit;
    if (meeting.endsAt <= meeting.startsAt) return refused("impossible-dates", "It must end after it begins");
    const [row] = await tx.db
      .insert(meetings)
      .values({ partnershipId, ...meeting, firstStartsAt: meeting.startsAt, recordedAt: tx.now, recordedBy: tx.me.personId })
      .returning({ id: meetings.id });
    if (!row) throw new Error("no meeting was written");
    await appendToLedger(tx, { type: "meeting.planned", partnershipId, data: { meetingId: row.id, kind: meeting.kind, startsAt: meeting.startsAt.toISOString() } });
    return done({ meetingId: row.id });
  });
}
