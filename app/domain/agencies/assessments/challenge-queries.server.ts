import { and, asc, eq, inArray, type SQL } from "drizzle-orm";

import { readActions } from "#app/domain/actions/queries.server.ts";
import { dayInLondon } from "#app/domain/shared/dates.ts";
import type { Tx } from "#db/client.server.ts";
import { actions, assessmentChallenges, assessmentModerations, assessmentRemarks, assessmentReturns, assessmentRounds, assessmentStandards } from "#db/schema/index.ts";

import type { AssessmentAction, ChallengeView } from "./views.ts";

/** Challenges with what was said, the oldest first, as far as the actor sees them. */
export async function readChallenges({ db }: Tx, where: SQL | undefined): Promise<ChallengeView[]> {
  const rows = await db.select().from(assessmentChallenges).leftJoin(assessmentModerations, eq(assessmentModerations.challengeId, assessmentChallenges.id)).where(where).orderBy(asc(assessmentChallenges.askedAt), asc(assessmentChallenges.id));
  if (rows.length === 0) return [];
  const remarks = await db.select().from(assessmentRemarks).where(inArray(assessmentRemarks.challengeId, rows.map((row) => row.assessment_challenges.id))).orderBy(asc(assessmentRemarks.number));
  return rows.map(({ assessment_challenges: { id, returnId, membershipId, standardId, status, revision }, assessment_moderations: moderated }) => ({
    id, returnId, membershipId, standardId, status, revision,
    moderated: moderated && { rating: moderated.rating, office: moderated.office, on: dayInLondon(moderated.moderatedAt) },
    remarks: remarks.filter((each) => each.challengeId === id).map(({ number, kind, text, saidAt, office, onBehalf }) => ({ number, kind, text, saidAt: saidAt.toISOString(), office, onBehalf })),
  }));
}

/** Actions of self-assessments with their standards, what is open first, as far as the actor sees them. */
export async function readAssessmentActions(tx: Tx, partnershipId: string, where?: SQL): Promise<AssessmentAction[]> {
  const rows = await readActions(tx, partnershipId, and(eq(actions.origin, "assessment"), where));
  if (rows.length === 0) return [];
  const about = await tx.db
    .select({ id: actions.id, returnId: assessmentReturns.id, standardId: assessmentStandards.id, standard: assessmentStandards.title, round: assessmentRounds.title })
    .from(actions)
    .innerJoin(assessmentReturns, eq(assessmentReturns.id, actions.returnId))
    .innerJoin(assessmentRounds, eq(assessmentRounds.id, assessmentReturns.roundId))
    .innerJoin(assessmentStandards, and(eq(assessmentStandards.setId, assessmentReturns.setId), eq(assessmentStandards.id, actions.standardId)))
    .where(and(eq(actions.partnershipId, partnershipId), where));
  const known = new Map(about.map(({ id, ...rest }) => [id, rest]));
  return rows.flatMap((row) => {
    const of = known.get(row.id);
    return of ? [{ ...row, ...of }] : [];
  });
}
