import { sql } from "drizzle-orm";

import { appendToLedger } from "#app/domain/ledger/append-to-ledger.server.ts";
import { change, type Submission } from "#app/domain/shared/change.server.ts";
import { done, type Outcome, refused } from "#app/domain/shared/refusals.ts";
import type { SessionActor } from "#db/client.server.ts";

import { requireRepresented } from "./represented.server.ts";

/**
 * Acknowledges that an agency is named, by the post of whoever speaks for it; nothing else in the register changes.
 * Refusals: not-permitted, not-found, nothing-to-change (not named, or acknowledged already).
 */
export async function acknowledgeOwnAgency(actor: SessionActor, { partnershipId, membershipId }: { partnershipId: string; membershipId: string }, submission: Submission): Promise<Outcome<{ postId: string; on: string }>> {
  return change(actor, "acknowledge-own-agency", submission, async (tx) => {
    const own = await requireRepresented(tx, { partnershipId, membershipId });
    if (!own.ok) return own;
    const [row] = await tx.db.execute<{ post_id: string }>(sql`select post_id from portal.acknowledge_own_agency(${membershipId}::uuid)`);
    if (!row) return refused("nothing-to-change");
    await appendToLedger(tx, { type: "agency.acknowledged-by-post", partnershipId, data: { membershipId, agencyId: own.value.membership.agencyId, postId: row.post_id, on: tx.today } });
    return done({ postId: row.post_id, on: tx.today });
  });
}
