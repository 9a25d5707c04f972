import { forbid } from "#app/domain/access/require.server.ts";
import { appendToLedger } from "#app/domain/ledger/append-to-ledger.server.ts";
import { change, type Submission } from "#app/domain/shared/change.server.ts";
import { done, type Outcome, refused } from "#app/domain/shared/refusals.ts";
import type { SessionActor } from "#db/client.server.ts";
import { publicationNotices } from "#db/schema/index.ts";

import { readUpdates } from "./published.server.ts";

interface Ending {
  partnershipId: string;
  number: number;
  /** Public. */
  reason: string;
}

/**
 * Withdraws what is published of a priority: it stays readable under a notice, until the next update.
 * Refusals: not-permitted, nothing-to-change.
 */
export async function withdrawPriority(actor: SessionActor, { partnershipId, number, reason }: Ending, submission: Submission): Promise<Outcome<null>> {
  return change(actor, "withdraw-priority", submission, async (tx) => {
    const forbidden = forbid(tx.me, "withdraw", { partnershipId });
    if (forbidden) return forbidden;
    // The locked head of the partnership's chain keeps an update from slipping in between.
    await appendToLedger(tx, { type: "priority.withdrawn", partnershipId, data: { number } });
    const last = (await readUpdates(tx, partnershipId, number)).at(-1);
    if (last?.state !== "published") return refused("nothing-to-change");
    await tx.db.insert(publicationNotices).values({ publicationId: last.publicationId, partnershipId, state: "withdrawn", at: tx.now, reason });
    return done(null);
  });
}

/**
 * Takes everything published of a priority down at once, because somebody could be identified: nobody reads it at any
 * address. One person is enough. Refusals: not-permitted, nothing-to-change.
 */
export async function takeDownPriority(actor: SessionActor, { partnershipId, number, reason }: Ending, submission: Submission): Promise<Outcome<null>> {
  return change(actor, "take-down-priority", submission, async (tx) => {
    const forbidden = forbid(tx.me, "take-down", { partnershipId });
    if (forbidden) return forbidden;
    await appendToLedger(tx, { type: "priority.taken-down", partnershipId, data: { number } });
    const standing = (await readUpdates(tx, partnershipId, number)).filter(({ state }) => state !== "taken-down");
    if (standing.length === 0) return refused("nothing-to-change");
    await tx.db.insert(publicationNotices).values(standing.map(({ publicationId }) => ({ publicationId, partnershipId, state: "taken-down" as const, at: tx.now, reason })));
    return done(null);
  });
}
