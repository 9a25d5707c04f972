import { eq } from "drizzle-orm";

import { forbid } from "#app/domain/access/require.server.ts";
import { appendToLedger } from "#app/domain/ledger/append-to-ledger.server.ts";
import { change, type Submission } from "#app/domain/shared/change.server.ts";
import { done, type Outcome, refused } from "#app/domain/shared/refusals.ts";
import type { SessionActor } from "#db/client.server.ts";
import { agencyMemberships } from "#db/schema/index.ts";

import { lockMembership } from "./record-agency.server.ts";

/**
 * Proposes an agency that was withdrawn once more; what it was told and acknowledged before does not count again.
 * Refusals: not-permitted, not-found, stale, nothing-to-change.
 */
export async function proposeAgain(actor: SessionActor, { partnershipId, membershipId, revision }: { partnershipId: string; membershipId: string; revision: number }, submission: Submission): Promise<Outcome<{ membershipId: string }>> {
  return change(actor, "propose-agency-again", submission, async (tx) => {
    const forbidden = forbid(tx.me, "edit-agencies", { partnershipId });
    if (forbidden) return forbidden;
    const stored = await lockMembership(tx, partnershipId, membershipId);
    if (!stored) return refused("not-found");
    if (stored.status !== "withdrawn") return refused("nothing-to-change");
    if (stored.revision !== revision) return refused("stale");
    await tx.db
      .update(agencyMemberships)
      .set({ status: "proposed", namedOn: null, withdrawnOn: null, withdrawnReason: null, toldOn: null, acknowledgedOn: null, naming: stored.naming + 1, revision: stored.revision + 1, recordedAt: tx.now, recordedBy: tx.me.personId })
      .where(eq(agencyMemberships.id, membershipId));
    await appendToLedger(tx, { type: "agency.proposed-again", partnershipId, data: { membershipId, agencyId: stored.agencyId, revision: stored.revision + 1 } });
    return done({ membershipId });
  });
}
