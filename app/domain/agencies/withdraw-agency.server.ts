import { eq } from "drizzle-orm";

import { forbid } from "#app/domain/access/require.server.ts";
import { appendToLedger } from "#app/domain/ledger/append-to-ledger.server.ts";
import { change, type Submission } from "#app/domain/shared/change.server.ts";
import { done, type Outcome, refused } from "#app/domain/shared/refusals.ts";
import type { SessionActor } from "#db/client.server.ts";
import { agencyMemberships } from "#db/schema/index.ts";

import { publishAgencies } from "./publish-agencies.server.ts";
import { lockMembership } from "./record-agency.server.ts";

export interface WithdrawAgencyInput {
  partnershipId: string;
  membershipId: string;
  revision: number;
  /** The day from which it is no longer named: an ISO date, today at the latest. */
  on: string;
  reason: string;
}

/**
 * Takes an agency off the list of those that are named, or a proposed one off those that may be; it stays on record, with
 * the reason. Refusals: not-permitted, not-found, stale, nothing-to-change, impossible-dates.
 */
export async function withdrawAgency(actor: SessionActor, input: WithdrawAgencyInput, submission: Submission): Promise<Outcome<{ wasNamed: boolean }>> {
  return change(actor, "withdraw-agency", submission, async (tx) => {
    const { partnershipId, membershipId, revision, on, reason } = input;
    const forbidden = forbid(tx.me, "name-agencies", { partnershipId });
    if (forbidden) return forbidden;
    const stored = await lockMembership(tx, partnershipId, membershipId);
    if (!stored) return refused("not-found");
    if (stored.status === "withdrawn") return refused("nothing-to-change");
    if (stored.revision !== revision) return refused("stale");
    if (on > tx.today) return refused("impossible-dates", "The day must be today or earlier");
    if (stored.namedOn !== null && on < stored.namedOn) return refused("impossible-dates", "It cannot be withdrawn before it was named");
    await tx.db
      .update(agencyMemberships)
      .set({ status: "withdrawn", withdrawnOn: on, withdrawnReason: reason, revision: stored.revision + 1, recordedAt: tx.now, recordedBy: tx.me.personId })
      .where(eq(agencyMemberships.id, membershipId));
    await appendToLedger(tx, { type: "agency.withdrawn", partnershipId, data: { membershipId, agencyId: stored.agencyId, on } });
    const wasNamed = stored.status === "named";
    if (wasNamed) await publishAgencies(tx, partnershipId);
    return done({ wasNamed });
  });
}
