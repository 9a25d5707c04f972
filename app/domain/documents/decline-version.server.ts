import { eq } from "drizzle-orm";

import { forbid } from "#app/domain/access/require.server.ts";
import { appendToLedger } from "#app/domain/ledger/append-to-ledger.server.ts";
import { change, type Submission } from "#app/domain/shared/change.server.ts";
import { done, type Outcome, refused } from "#app/domain/shared/refusals.ts";
import type { SessionActor } from "#db/client.server.ts";
import { declines, versions } from "#db/schema/index.ts";

import { tellDeclined } from "./version-messages.server.ts";
import { listVersionSeats, lockVersion } from "./version.server.ts";

export interface DeclineInput {
  partnershipId: string;
  versionId: string;
  seatId: string;
  reason: string;
}

/**
 * Declines a version for one seat, with a reason: the version is closed, whoever has signed it.
 * Refusals: not-your-seat, version-not-awaiting, not-found.
 */
export async function declineVersion(actor: SessionActor, input: DeclineInput, submission: Submission): Promise<Outcome<{ versionId: string }>> {
  return change(actor, "decline-version", submission, async (tx) => {
    const { partnershipId, versionId, seatId } = input;
    if (forbid(tx.me, "read-drafts", { partnershipId })) return refused("not-found");
    const version = await lockVersion(tx, partnershipId, versionId);
    const seat = version && (await listVersionSeats(tx, versionId)).find((each) => each.seatId === seatId);
    if (!version || !seat) return refused("not-found");
    const held = tx.me.holds.find((holding) => holding.role === "lsp" && holding.seatId === seatId && holding.partnershipId === partnershipId);
    if (!held) return refused("not-your-seat");
    if (version.status !== "awaiting") return refused("version-not-awaiting");
    await tx.db.insert(declines).values({
      versionId,
      partnershipId,
      seatId,
      personId: tx.me.personId,
      appointmentId: held.appointmentId,
      reason: input.reason,
      declinedAt: tx.now,
    });
    await tx.db.update(versions).set({ status: "declined", closedAt: tx.now }).where(eq(versions.id, versionId));
    await appendToLedger(tx, { type: "version.declined", partnershipId, data: { versionId, seatId, personId: tx.me.personId } });
    await tellDeclined(tx, version, seat.organisation, input.reason);
    return done({ versionId });
  });
}
