import { officeOf } from "#app/domain/access/office-of.server.ts";
import { refuseWords } from "#app/domain/documents/identifiers/refuse-words.server.ts";
import { appendToLedger } from "#app/domain/ledger/append-to-ledger.server.ts";
import type { Submission } from "#app/domain/shared/change.server.ts";
import { done, type Outcome, refused } from "#app/domain/shared/refusals.ts";
import type { SessionActor } from "#db/client.server.ts";
import { meetingMinutes } from "#db/schema/index.ts";

import { findItem } from "../agenda/items.server.ts";
import { type AtMeeting, changeMeeting } from "../lock-meeting.server.ts";
import { readMinutes } from "./read-minutes.server.ts";

export interface MinutesInput extends AtMeeting {
  itemId: string;
  body: string;
  /** The number of the text that stood when the person began to write; 0 is none. */
  beganFrom: number;
  /** Up to which number the page showed the texts. */
  seen: number;
  looked: readonly string[];
}

/**
 * Saves the minutes of an item. When somebody else's came to stand meanwhile, nothing is refused and nothing lost: the
 * text is kept beside theirs, and the answer says so. Refusals: as of every change, and meeting-not-begun, not-found,
 * nothing-to-change, stale (a number that nobody saw), identifier-in-words, words-not-looked-at.
 */
export async function saveMinutes(actor: SessionActor, { itemId, body, beganFrom, seen, looked, ...at }: MinutesInput, submission: Submission): Promise<Outcome<{ stands: boolean }>> {
  return changeMeeting(actor, "save-minutes", at, submission, async (tx, meeting) => {
    if (meeting.startsAt > tx.now) return refused("meeting-not-begun");
    const item = await findItem(tx, meeting.id, itemId);
    if (!item) return refused("not-found");
    const unfit = refuseWords({ "The minutes": body }, looked);
    if (unfit) return unfit;
    const minutes = (await readMinutes(tx, meeting.id)).get(item.id);
    if (minutes?.standing?.body === body && minutes.beside.length === 0) return refused("nothing-to-change");
    const { partnershipId } = at;
    const [text] = await tx.db
      .insert(meetingMinutes)
      // The database numbers the text and decides whether it stands.
      .values({ itemId: item.id, meetingId: meeting.id, partnershipId, number: 0, beganFrom, seen, stands: false, body, office: officeOf(tx.me, partnershipId, "record-meetings"), savedAt: tx.now, savedBy: tx.me.personId })
      .returning({ number: meetingMinutes.number, stands: meetingMinutes.stands });
    if (!text) throw new Error("no minutes were written");
    await appendToLedger(tx, { type: "meeting.minutes-saved", partnershipId, data: { meetingId: meeting.id, itemId: item.id, ...text } });
    return done({ stands: text.stands });
  });
}
