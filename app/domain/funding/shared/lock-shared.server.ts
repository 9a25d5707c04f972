import { and, asc, eq } from "drizzle-orm";

import { isUuid } from "#app/domain/shared/is-uuid.ts";
import type { SessionTx } from "#db/client.server.ts";
import { sharedContributions, sharedParts } from "#db/schema/index.ts";

export type SharedRow = typeof sharedContributions.$inferSelect;
export type PartRow = typeof sharedParts.$inferSelect;

/** Locks what a host divided, then every part of it, so that nobody answers while it changes. Null when it hosts no such thing. */
export async function lockShared(tx: SessionTx, hostId: string, sharedId: string): Promise<{ shared: SharedRow; parts: PartRow[] } | null> {
  if (!isUuid(sharedId)) return null;
  const [shared] = await tx.db
    .select()
    .from(sharedContributions)
    .where(and(eq(sharedContributions.id, sharedId), eq(sharedContributions.partnershipId, hostId)))
    .for("update");
  if (!shared) return null;
  const parts = await tx.db.select().from(sharedParts).where(eq(sharedParts.sharedId, sharedId)).orderBy(asc(sharedParts.partnershipId)).for("update");
  return { shared, parts };
}

/**
 * Locks a partnership's own part, then reads what it is a part of: a host that changes it holds the part for as long, so
 * that both are of one moment. Null when it has no such part.
 */
export async function lockPart(tx: SessionTx, partnershipId: string, sharedId: string): Promise<{ shared: SharedRow; part: PartRow } | null> {
  if (!isUuid(sharedId)) return null;
  const [part] = await tx.db
    .select()
    .from(sharedParts)
    .where(and(eq(sharedParts.sharedId, sharedId), eq(sharedParts.partnershipId, partnershipId)))
    .for("update");
  if (!part) return null;
  const [shared] = await tx.db.select().from(sharedContributions).where(eq(sharedContributions.id, sharedId));
  return shared ? { shared, part } : null;
}
