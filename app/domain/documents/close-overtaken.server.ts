import { and, asc, eq } from "drizzle-orm";

import { appendToLedger } from "#app/domain/ledger/append-to-ledger.server.ts";
import { notify } from "#app/domain/notifications/notify.server.ts";
import { holdersOf, signersOf } from "#app/domain/notifications/recipients.server.ts";
import { listSeats } from "#app/domain/partnerships/offices.server.ts";
import { holdsOn } from "#app/domain/people/rules.ts";
import type { Me, SessionTx, Tx } from "#db/client.server.ts";
import { documents, versions } from "#db/schema/index.ts";

/**
 * Holds still, until the transaction ends, everything that a change of seats may close: drafts, so that nothing is frozen
 * meanwhile, then versions that await signatures. Before the first ledger entry, in the order that freezing and signing have.
 */
export async function lockAwaitingVersions(tx: SessionTx, partnershipId: string): Promise<void> {
  await tx.db.select({ id: documents.id }).from(documents).where(eq(documents.partnershipId, partnershipId)).orderBy(asc(documents.id)).for("update");
  await tx.db.select({ id: versions.id }).from(versions).where(and(eq(versions.partnershipId, partnershipId), eq(versions.status, "awaiting"))).orderBy(asc(versions.id)).for("update");
}

/**
 * Closes every version that awaits signatures from other seats than today's: one that ended, or without one that was
 * added. Signatures stand on it; those who signed, its author and those who may freeze again are told.
 */
export async function closeOvertakenVersions(tx: Tx & { me?: Pick<Me, "personId"> }, partnershipId: string): Promise<void> {
  const today = (await listSeats(tx.db, partnershipId)).filter((seat) => holdsOn(seat, tx.today)).map((seat) => seat.id);
  const awaiting = await tx.db.select().from(versions).where(and(eq(versions.partnershipId, partnershipId), eq(versions.status, "awaiting"))).orderBy(asc(versions.id));
  for (const { id, number, kind, requiredSeats, frozenBy } of awaiting) {
    if (requiredSeats.length === today.length && requiredSeats.every((seat) => today.includes(seat))) continue;
    await tx.db.update(versions).set({ status: "superseded", closedAt: tx.now }).where(eq(versions.id, id));
    await appendToLedger(tx, { type: "version.closed", partnershipId, data: { versionId: id, seats: today } });
    const told = [...(await signersOf(tx, id)), ...(frozenBy ? [frozenBy] : []), ...(await holdersOf(tx, partnershipId, ["chair", "business-manager"]))];
    await notify(tx, { kind: "version-closed", partnershipId, versionId: id, document: kind, number }, told);
  }
}
