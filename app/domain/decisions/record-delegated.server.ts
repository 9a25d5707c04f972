import { forbid } from "#app/domain/access/require.server.ts";
import { isConfirmed } from "#app/domain/documents/rules.ts";
import { appendToLedger } from "#app/domain/ledger/append-to-ledger.server.ts";
import { change, type Submission } from "#app/domain/shared/change.server.ts";
import { done, type Outcome, refused } from "#app/domain/shared/refusals.ts";
import type { SessionActor } from "#db/client.server.ts";
import { delegatedMatters } from "#db/schema/index.ts";

import { ownSeats } from "./own-seat.server.ts";
import { countLists, readPowers } from "./powers.server.ts";
import type { DecisionMatterId } from "./vocabulary.ts";

export interface DelegatedInput {
  partnershipId: string;
  seatId: string;
  matters: DecisionMatterId[];
  /** Pence that one decision may commit; null is none. */
  limitPence: number | null;
  /** ISO date, today or later. */
  startsOn: string;
  /** How many lists the seat had when the form was opened. */
  revision: number;
}

/**
 * Records what the delegate of the actor's own seat may decide, from a day on, in place of the list before. A day that
 * has passed is refused: what was decided then was decided under the list of then.
 * Refusals: not-found, not-permitted, not-your-seat, identity-not-confirmed, impossible-dates, stale.
 */
export async function recordDelegated(actor: SessionActor, input: DelegatedInput, submission: Submission): Promise<Outcome<null>> {
  const { partnershipId, seatId, matters, limitPence, startsOn, revision } = input;
  return change(actor, "record-delegated", submission, async (tx) => {
    const forbidden = forbid(tx.me, "delegate", { partnershipId });
    if (forbidden) return forbidden;
    if (!(await readPowers(tx, partnershipId, tx.today)).some((seat) => seat.seatId === seatId)) return refused("not-found");
    const own = ownSeats(tx.me, partnershipId).find((seat) => seat.seatId === seatId);
    if (!own) return refused("not-your-seat");
    if (!isConfirmed(tx.me.confirmedAt, tx.now)) return refused("identity-not-confirmed");
    if (startsOn < tx.today) return refused("impossible-dates", "The list can hold from today or later: what was decided before was decided under the list of then");
    await appendToLedger(tx, { type: "delegated-matters.recorded", partnershipId, data: { seatId, matters, limitPence, startsOn } });
    const number = (await countLists(tx, partnershipId, seatId)) + 1;
    if (number !== revision + 1) return refused("stale");
    await tx.db.insert(delegatedMatters).values({ partnershipId, seatId, number, startsOn, matters, limitPence, office: own.office, recordedAt: tx.now, recordedBy: tx.me.personId });
    return done(null);
  });
}
