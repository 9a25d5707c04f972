import { eq } from "drizzle-orm";

import { forbid } from "#app/domain/access/require.server.ts";
import { appendToLedger } from "#app/domain/ledger/append-to-ledger.server.ts";
import { change, type Submission } from "#app/domain/shared/change.server.ts";
import { done, type Outcome, refused } from "#app/domain/shared/refusals.ts";
import type { SessionActor } from "#db/client.server.ts";
import { sharedContributions } from "#db/schema/index.ts";

import { lockShared } from "./lock-shared.server.ts";

export interface WithdrawSharedInput {
  /** The host. */
  partnershipId: string;
  sharedId: string;
  /** The revision the person saw. */
  revision: number;
}

/**
 * Withdraws one payer's amount while nobody has accepted a part of it; it stays on record. Refusals: not-permitted,
 * not-found, part-accepted, nothing-to-change (it was withdrawn already), stale.
 */
export async function withdrawShared(actor: SessionActor, input: WithdrawSharedInput, submission: Submission): Promise<Outcome<{ sharedId: string }>> {
  return change(actor, "withdraw-shared-contribution", submission, async (tx) => {
    const { partnershipId, sharedId } = input;
    const forbidden = forbid(tx.me, "edit-funding", { partnershipId });
    if (forbidden) return forbidden;
    const stored = await lockShared(tx, partnershipId, sharedId);
    if (!stored) return refused("not-found");
    const { shared, parts } = stored;
    if (parts.some((part) => part.state === "accepted")) return refused("part-accepted");
    if (shared.withdrawnAt) return refused("nothing-to-change");
    if (shared.revision !== input.revision) return refused("stale");
    await tx.db.update(sharedContributions).set({ withdrawnAt: tx.now, revision: shared.revision + 1 }).where(eq(sharedContributions.id, sharedId));
    await appendToLedger(tx, { type: "shared-contribution.withdrawn", partnershipId, data: { sharedId, year: shared.year, pence: shared.pence, parts: parts.length } });
    return done({ sharedId });
  });
}
