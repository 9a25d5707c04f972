import { and, eq } from "drizzle-orm";

import { forbid } from "#app/domain/access/require.server.ts";
import { appendToLedger } from "#app/domain/ledger/append-to-ledger.server.ts";
import { change, type Submission } from "#app/domain/shared/change.server.ts";
import { done, type Outcome, refused } from "#app/domain/shared/refusals.ts";
import type { SessionActor } from "#db/client.server.ts";
import { sharedParts } from "#db/schema/index.ts";

import { lockPart } from "./lock-shared.server.ts";

export interface DeclinePartInput {
  /** Whose part it is. */
  partnershipId: string;
  sharedId: string;
  /** The revision of what was offered that the person saw. */
  revision: number;
  /** For the host to read. */
  reason: string;
}

/** Declines a partnership's part of one payer's amount. Refusals: not-permitted, not-found, part-answered, stale (changed or withdrawn). */
export async function declinePart(actor: SessionActor, input: DeclinePartInput, submission: Submission): Promise<Outcome<{ sharedId: string }>> {
  return change(actor, "decline-shared-part", submission, async (tx) => {
    const { partnershipId, sharedId, reason } = input;
    const forbidden = forbid(tx.me, "edit-funding", { partnershipId });
    if (forbidden) return forbidden;
    const offered = await lockPart(tx, partnershipId, sharedId);
    if (!offered) return refused("not-found");
    const { shared, part } = offered;
    if (part.state !== "proposed") return refused("part-answered");
    if (shared.withdrawnAt || shared.revision !== input.revision) return refused("stale");
    await tx.db
      .update(sharedParts)
      .set({ state: "declined", reason, answeredAt: tx.now, answeredBy: tx.me.personId })
      .where(and(eq(sharedParts.sharedId, sharedId), eq(sharedParts.partnershipId, partnershipId)));
    await appendToLedger(tx, { type: "shared-part.declined", partnershipId, data: { sharedId, year: shared.year, pence: part.pence } });
    return done({ sharedId });
  });
}
