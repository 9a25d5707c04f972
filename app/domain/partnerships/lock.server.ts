import { sql } from "drizzle-orm";

import type { SessionTx } from "#db/client.server.ts";

/**
 * One change at a time, until the transaction ends, to who is where: within a partnership, or among all partnerships.
 * The constraints hold without it; with it a refusal can name what is in the way.
 */
export async function lockOffices(tx: SessionTx, what: { partnershipId: string } | "partnerships"): Promise<void> {
  const key = what === "partnerships" ? "onboarding" : `offices:${what.partnershipId}`;
  await tx.db.execute(sql`select pg_advisory_xact_lock(hashtextextended(${key}, 0))`);
}
