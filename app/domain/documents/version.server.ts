import { and, asc, eq } from "drizzle-orm";

import type { Tx } from "#db/client.server.ts";
import { declines, signatures, versions, versionSeats } from "#db/schema/index.ts";

export type VersionRow = typeof versions.$inferSelect;
export type VersionSeatRow = typeof versionSeats.$inferSelect;

/** Locks one version, so that everybody who would change its state does so one after the other. */
export async function lockVersion(tx: Tx, partnershipId: string, versionId: string): Promise<VersionRow | null> {
  const [version] = await tx.db
    .select()
    .from(versions)
    .where(and(eq(versions.id, versionId), eq(versions.partnershipId, partnershipId)))
    .for("update");
  return version ?? null;
}

export async function listVersionSeats(tx: Tx, versionId: string): Promise<VersionSeatRow[]> {
  return tx.db.select().from(versionSeats).where(eq(versionSeats.versionId, versionId)).orderBy(asc(versionSeats.position));
}

export async function listSignatures(tx: Tx, versionId: string): Promise<(typeof signatures.$inferSelect)[]> {
  return tx.db.select().from(signatures).where(eq(signatures.versionId, versionId)).orderBy(asc(signatures.signedAt));
}

export async function findDecline(tx: Tx, versionId: string): Promise<typeof declines.$inferSelect | null> {
  const [decline] = await tx.db.select().from(declines).where(eq(declines.versionId, versionId));
  return decline ?? null;
}
