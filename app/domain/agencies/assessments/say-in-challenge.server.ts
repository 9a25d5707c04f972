import { eq, sql } from "drizzle-orm";

import type { SessionTx } from "#db/client.server.ts";
import { assessmentChallenges, assessmentRemarks } from "#db/schema/index.ts";

import type { ChallengeStatus, RemarkKind } from "./vocabulary.ts";

type Challenge = typeof assessmentChallenges.$inferSelect;

/** Adds what was said to a locked challenge, and moves it on. */
export async function sayInChallenge(tx: SessionTx, { id, partnershipId, membershipId, revision }: Challenge, status: ChallengeStatus, said: { kind: RemarkKind; text: string; office: string; onBehalf: boolean }): Promise<void> {
  const [{ number = 0 } = {}] = await tx.db.select({ number: sql<number>`coalesce(max(${assessmentRemarks.number}), 0)` }).from(assessmentRemarks).where(eq(assessmentRemarks.challengeId, id));
  await tx.db.insert(assessmentRemarks).values({ challengeId: id, partnershipId, membershipId, number: number + 1, ...said, saidAt: tx.now, saidBy: tx.me.personId });
  await tx.db.update(assessmentChallenges).set({ status, revision: revision + 1 }).where(eq(assessmentChallenges.id, id));
}
