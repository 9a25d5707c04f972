import { eq } from "drizzle-orm";

import { forbid } from "#app/domain/access/require.server.ts";
import { appendToLedger } from "#app/domain/ledger/append-to-ledger.server.ts";
import { change, type Submission } from "#app/domain/shared/change.server.ts";
import { done, type Outcome, refused } from "#app/domain/shared/refusals.ts";
import type { SessionActor } from "#db/client.server.ts";
import { takedowns, versions } from "#db/schema/index.ts";

import { tellTakenDown } from "./version-messages.server.ts";
import { lockVersion } from "./version.server.ts";
import { addNotice } from "./withdraw-version.server.ts";

/**
 * Takes a published version down at once because somebody could be identified. One person is enough; the page then
 * answers 410 with the reason, its hash and signatures still listed. `reason` is public and must identify nobody.
 * Refusals: already-taken-down, version-not-in-that-state (never published).
 */
export async function takeDownVersion(
  actor: SessionActor,
  input: { partnershipId: string; versionId: string; reason: string },
  submission: Submission,
): Promise<Outcome<{ number: number }>> {
  return change(actor, "take-down-version", submission, async (tx) => {
    const { partnershipId, versionId, reason } = input;
    const forbidden = forbid(tx.me, "take-down", { partnershipId });
    if (forbidden) return forbidden;
    const version = await lockVersion(tx, partnershipId, versionId);
    if (!version) return refused("not-found");
    if (version.takenDownAt) return refused("already-taken-down");
    if (!version.publishedAt) return refused("version-not-in-that-state");
    await tx.db.insert(takedowns).values({ versionId, partnershipId, reason, takenDownAt: tx.now, takenDownBy: tx.me.personId });
    await tx.db.update(versions).set({ takenDownAt: tx.now }).where(eq(versions.id, versionId));
    await addNotice(tx, version, "taken-down", reason);
    await appendToLedger(tx, { type: "version.taken-down", partnershipId, data: { versionId } });
    await tellTakenDown(tx, version);
    return done({ number: version.number });
  });
}
