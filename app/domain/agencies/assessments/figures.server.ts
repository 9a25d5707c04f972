import { and, eq, isNotNull, sql } from "drizzle-orm";

import { as, type SessionActor } from "#db/client.server.ts";
import { agencyCategories, agencyMemberships, assessmentAnswers, assessmentModerations, assessmentReturns } from "#db/schema/index.ts";

import type { RatedAnswer } from "./figures.ts";

/** What every submitted return of a round says of each standard, with the last moderated rating beside it. */
export async function listRatedAnswers(actor: SessionActor, partnershipId: string, roundId: string): Promise<(RatedAnswer & { returnId: string })[]> {
  return as(actor, async ({ db }) => {
    const rows = await db
      .select({
        returnId: assessmentAnswers.returnId,
        standardId: assessmentAnswers.standardId,
        sector: agencyCategories.sector,
        rating: assessmentAnswers.rating,
        moderated: sql<string | null>`(select ${assessmentModerations.rating} from ${assessmentModerations} where ${assessmentModerations.returnId} = ${assessmentAnswers.returnId} and ${assessmentModerations.standardId} = ${assessmentAnswers.standardId} order by ${assessmentModerations.moderatedAt} desc limit 1)`,
        withAction: sql<boolean>`exists (select from portal.actions a where a.return_id = ${assessmentAnswers.returnId} and a.standard_id = ${assessmentAnswers.standardId})`,
      })
      .from(assessmentAnswers)
      .innerJoin(assessmentReturns, eq(assessmentReturns.id, assessmentAnswers.returnId))
      .innerJoin(agencyMemberships, eq(agencyMemberships.id, assessmentAnswers.membershipId))
      .innerJoin(agencyCategories, and(eq(agencyCategories.listId, agencyMemberships.categoryList), eq(agencyCategories.id, agencyMemberships.category)))
      .where(and(eq(assessmentReturns.partnershipId, partnershipId), eq(assessmentReturns.roundId, roundId), eq(assessmentReturns.status, "submitted"), isNotNull(assessmentAnswers.rating)));
    return rows.flatMap(({ rating, ...row }) => (rating === null ? [] : [{ ...row, rating }]));
  });
}
