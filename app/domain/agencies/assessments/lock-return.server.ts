import { and, eq } from "drizzle-orm";

import { isUuid } from "#app/domain/shared/is-uuid.ts";
import type { SessionTx } from "#db/client.server.ts";
import { assessmentChallenges, assessmentReturns } from "#db/schema/index.ts";

/** A return of this partnership, locked until the transaction ends; null when the actor sees none by that id. */
export async function lockReturn({ db }: SessionTx, partnershipId: string, returnId: string): Promise<typeof assessmentReturns.$inferSelect | null> {
  if (!isUuid(returnId)) return null;
  const [row] = await db.select().from(assessmentReturns).where(and(eq(assessmentReturns.id, returnId), eq(assessmentReturns.partnershipId, partnershipId))).for("update");
  return row ?? null;
}

/** The same for a challenge. */
export async function lockChallenge({ db }: SessionTx, partnershipId: string, challengeId: string): Promise<typeof assessmentChallenges.$inferSelect | null> {
  if (!isUuid(challengeId)) return null;
  const [row] = await db.select().from(assessmentChallenges).where(and(eq(assessmentChallenges.id, challengeId), eq(assessmentChallenges.partnershipId, partnershipId))).for("update");
  return row ?? null;
}
