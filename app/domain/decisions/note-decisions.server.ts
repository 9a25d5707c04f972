import { sql } from "drizzle-orm";

import { forbid } from "#app/domain/access/require.server.ts";
import { appendToLedger } from "#app/domain/ledger/append-to-ledger.server.ts";
import { change, type Submission } from "#app/domain/shared/change.server.ts";
import { done, type Outcome, refused } from "#app/domain/shared/refusals.ts";
import type { SessionActor } from "#db/client.server.ts";
import { decisionNotings, decisions } from "#db/schema/index.ts";

import { notedUpTo, readNotings, toNote } from "./notings.server.ts";
import { ownSeats } from "./own-seat.server.ts";

/**
 * A lead notes what the delegates decided, all that they saw at once, for every seat they lead. What was recorded since
 * waits for the next time. Answers how many decisions that were. Refusals: not-found, not-permitted, nothing-to-change.
 * @param upTo the number of the newest decision that they saw
 */
export async function noteDecisions(actor: SessionActor, { partnershipId, upTo }: { partnershipId: string; upTo: number }, submission: Submission): Promise<Outcome<{ noted: number }>> {
  return change(actor, "note-decisions", submission, async (tx) => {
    const forbidden = forbid(tx.me, "note-decisions", { partnershipId });
    if (forbidden) return forbidden;
    const known = await readNotings(tx, partnershipId, tx.today);
    let most = 0;
    for (const own of ownSeats(tx.me, partnershipId)) {
      const seat = known.find((each) => each.seatId === own.seatId);
      if (!seat) continue;
      const [open] = await tx.db.select({ noted: sql<number>`count(*)::int`, newest: sql<number | null>`max(${decisions.number})` }).from(decisions).where(sql`${toNote(partnershipId, notedUpTo(seat), seat.since)} and ${decisions.number} <= ${upTo}`);
      if (!open?.newest) continue;
      const { noted, newest } = open;
      await appendToLedger(tx, { type: "decisions.noted", partnershipId, data: { seatId: own.seatId, upTo: newest, noted } });
      await tx.db.insert(decisionNotings).values({ partnershipId, seatId: own.seatId, upTo: newest, noted, appointmentId: own.appointmentId, office: own.office, notedOn: tx.today, recordedAt: tx.now, recordedBy: tx.me.personId });
      most = Math.max(most, noted);
    }
    return most === 0 ? refused("nothing-to-change", "There is nothing that you have not noted.") : done({ noted: most });
  });
}
