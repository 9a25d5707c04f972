import { and, eq } from "drizzle-orm";

import { forbid } from "#app/domain/access/require.server.ts";
import { appendToLedger } from "#app/domain/ledger/append-to-ledger.server.ts";
import { change, type Submission } from "#app/domain/shared/change.server.ts";
import { done, type Outcome, refused } from "#app/domain/shared/refusals.ts";
import type { SessionActor, SessionTx } from "#db/client.server.ts";
import { publicationNotices, publications, versions } from "#db/schema/index.ts";

import { isConfirmed } from "./rules.ts";
import { tellWithdrawn } from "./version-messages.server.ts";
import { lockVersion, type VersionRow } from "./version.server.ts";

/**
 * Withdraws a published version with a public reason. It stays readable at its address, under a notice.
 * Refusals: version-not-in-that-state, identity-not-confirmed, not-permitted.
 */
export async function withdrawVersion(
  actor: SessionActor,
  input: { partnershipId: string; versionId: string; reason: string },
  submission: Submission,
): Promise<Outcome<{ number: number }>> {
  return change(actor, "withdraw-version", submission, async (tx) => {
    const { partnershipId, versionId, reason } = input;
    const forbidden = forbid(tx.me, "withdraw", { partnershipId });
    if (forbidden) return forbidden;
    const version = await lockVersion(tx, partnershipId, versionId);
    if (!version) return refused("not-found");
    if (version.status !== "published") return refused("version-not-in-that-state");
    if (!isConfirmed(tx.me.confirmedAt, tx.now)) return refused("identity-not-confirmed");
    await tx.db.update(versions).set({ status: "withdrawn", closedAt: tx.now, withdrawnReason: reason }).where(eq(versions.id, versionId));
    await addNotice(tx, version, "withdrawn", reason);
    await appendToLedger(tx, { type: "version.withdrawn", partnershipId, data: { versionId } });
    await tellWithdrawn(tx, version, reason);
    return done({ number: version.number });
  });
}

/** Adds a notice to the publication of this version, if it was ever published. */
export async function addNotice(tx: SessionTx, version: VersionRow, state: "withdrawn" | "taken-down" | "erased", reason: string | null): Promise<void> {
  const [publication] = await tx.db
    .select({ id: publications.id })
    .from(publications)
    .where(and(eq(publications.partnershipId, version.partnershipId), eq(publications.kind, version.kind), eq(publications.number, version.number)));
  if (!publication) return;
  await tx.db.insert(publicationNotices).values({ publicationId: publication.id, partnershipId: version.partnershipId, state, at: tx.now, reason });
}
