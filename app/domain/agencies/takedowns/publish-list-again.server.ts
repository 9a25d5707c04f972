import { forbid } from "#app/domain/access/require.server.ts";
import { appendToLedger } from "#app/domain/ledger/append-to-ledger.server.ts";
import { change, type Submission } from "#app/domain/shared/change.server.ts";
import { done, type Outcome, refused } from "#app/domain/shared/refusals.ts";
import type { SessionActor } from "#db/client.server.ts";

import { publishAgencies } from "../publish-agencies.server.ts";
import { findHold } from "./queries.server.ts";

/**
 * Publishes the agencies that are named now once more, after the list was taken down, on the word of somebody that what was
 * wrong was put right. Refusals: not-permitted, nothing-to-change (the list is not held).
 */
export async function publishListAgain(actor: SessionActor, { partnershipId }: { partnershipId: string }, submission: Submission): Promise<Outcome<null>> {
  return change<null>(actor, "publish-agencies-again", submission, async (tx) => {
    const forbidden = forbid(tx.me, "name-agencies", { partnershipId });
    if (forbidden) return forbidden;
    const hold = await findHold(tx, partnershipId);
    if (!hold) return refused("nothing-to-change");
    await appendToLedger(tx, { type: "agencies.put-right", partnershipId, data: { takedownId: hold.id } });
    // Somebody who was faster published it: then it is not held any more.
    if (!(await findHold(tx, partnershipId))) return refused("nothing-to-change");
    await publishAgencies(tx, partnershipId, { again: true });
    return done(null);
  });
}
