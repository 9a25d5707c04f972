import { and, asc, eq, inArray, type SQL, sql } from "drizzle-orm";

import { dayInLondon } from "#app/domain/shared/dates.ts";
import type { Tx } from "#db/client.server.ts";
import { agencies, agencyMemberships, assessmentActions, assessmentChallenges, assessmentModerations, assessmentRemarks, assessmentReturns, assessmentRounds, assessmentStandards } from "#db/schema/index.ts";

import type { ActionRow, ChallengeView } from "./views.ts";

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

/** Actions with their agency and standard, by the day they are due, as far as the actor sees them. */
export async function readActions({ db }: Tx, where: SQL | undefined): Promise<ActionRow[]> {
  const rows = await db
    .select({ action: assessmentActions, agency: agencies.legalName, standard: assessmentStandards.title, round: assessmentRounds.title })
    .from(assessmentActions)
    .innerJoin(assessmentReturns, eq(assessmentReturns.id, assessmentActions.returnId))
    .innerJoin(assessmentRounds, eq(assessmentRounds.id, assessmentReturns.roundId))
    .innerJoin(assessmentStandards, and(eq(assessmentStandards.setId, assessmentActions.setId), eq(assessmentStandards.id, assessmentActions.standardId)))
    .innerJoin(agencyMemberships, eq(agencyMemberships.id, assessmentActions.membershipId))
    .innerJoin(agencies, eq(agencies.id, agencyMemberships.agencyId))
    .where(where)
    .orderBy(asc(sql`${assessmentActions.status} = 'closed'`), asc(assessmentActions.dueOn), asc(assessmentActions.id));
  return rows.map(({ action: { id, returnId, membershipId, standardId, origin, what, owner, firstDueOn, dueOn, status, closedAt, revision }, agency, standard, round }) => ({
    id, returnId, membershipId, agency, round, standardId, standard, origin, what, owner, firstDueOn, dueOn, status, closedOn: closedAt && dayInLondon(closedAt), revision,
  }));
}
