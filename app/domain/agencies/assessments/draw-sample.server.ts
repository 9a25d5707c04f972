import { and, asc, eq, isNull, sql } from "drizzle-orm";

import { forbid } from "#app/domain/access/require.server.ts";
import { officeOf } from "#app/domain/access/office-of.server.ts";
import { appendToLedger } from "#app/domain/ledger/append-to-ledger.server.ts";
import { change, type Submission } from "#app/domain/shared/change.server.ts";
import { isUuid } from "#app/domain/shared/is-uuid.ts";
import { done, type Outcome, refused } from "#app/domain/shared/refusals.ts";
import type { SessionActor } from "#db/client.server.ts";
import { assessmentReturns, assessmentRounds, assessmentSamples } from "#db/schema/index.ts";

import { drawIds } from "./draw-ids.server.ts";

export interface DrawSampleInput {
  partnershipId: string;
  roundId: string;
  count: number;
  seed: string;
}

/**
 * Draws a sample at random from the returns of a round that are submitted, not sampled and not of an agency that the actor
 * speaks for. The seed and how many it was drawn from are kept. Refusals: not-permitted, not-found, nothing-to-change.
 */
export async function drawSample(actor: SessionActor, { partnershipId, roundId, count, seed }: DrawSampleInput, submission: Submission): Promise<Outcome<{ drawn: number; from: number }>> {
  return change(actor, "draw-assessment-sample", submission, async (tx) => {
    const forbidden = forbid(tx.me, "challenge-assessments", { partnershipId });
    if (forbidden) return forbidden;
    if (!isUuid(roundId)) return refused("not-found");
    const [round] = await tx.db.select({ id: assessmentRounds.id }).from(assessmentRounds).where(and(eq(assessmentRounds.id, roundId), eq(assessmentRounds.partnershipId, partnershipId)));
    if (!round) return refused("not-found");
    // Locked, so that two who draw at once do not draw the same.
    await tx.db.select({ id: assessmentReturns.id }).from(assessmentReturns).where(and(eq(assessmentReturns.roundId, roundId), eq(assessmentReturns.status, "submitted"))).orderBy(asc(assessmentReturns.id)).for("update");
    const rows = await tx.db
      .select({ id: assessmentReturns.id, membershipId: assessmentReturns.membershipId })
      .from(assessmentReturns)
      .leftJoin(assessmentSamples, eq(assessmentSamples.returnId, assessmentReturns.id))
      .where(and(eq(assessmentReturns.roundId, roundId), eq(assessmentReturns.status, "submitted"), isNull(assessmentSamples.returnId), sql`${assessmentReturns.membershipId} not in (select portal.my_agency_memberships())`))
      .orderBy(asc(assessmentReturns.id));
    const drawn = drawIds(rows.map((row) => row.id), count, seed);
    if (drawn.length === 0) return refused("nothing-to-change", "No return is left to draw from.");
    const office = officeOf(tx.me, partnershipId, "challenge-assessments");
    const values = rows.filter((row) => drawn.includes(row.id)).map(({ id, membershipId }) => ({ returnId: id, partnershipId, membershipId, drawn: "at-random" as const, seed, drawnFrom: rows.length, sampledAt: tx.now, sampledBy: tx.me.personId, office }));
    await tx.db.insert(assessmentSamples).values(values);
    await appendToLedger(tx, { type: "assessment.sampled", partnershipId, data: { roundId, returns: drawn, seed, drawnFrom: rows.length } });
    return done({ drawn: drawn.length, from: rows.length });
  });
}
