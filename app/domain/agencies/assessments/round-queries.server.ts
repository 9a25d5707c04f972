import { and, asc, desc, eq, isNull, notInArray, or, gt, type SQL, sql } from "drizzle-orm";

import { isUuid } from "#app/domain/shared/is-uuid.ts";
import { dayInLondon } from "#app/domain/shared/dates.ts";
import { as, type SessionActor, type SessionTx, type Tx } from "#db/client.server.ts";
import { agencies, agencyCategories, agencyMemberships, assessmentReturns, assessmentRounds, assessmentSets } from "#db/schema/index.ts";

import { withAccount } from "./answering.server.ts";
import type { QuestionSet } from "./question-set.ts";
import { getSet } from "./set-queries.server.ts";
import type { ReturnRow, RoundView } from "./views.ts";
import type { Askable } from "./whom.ts";

function roundsOf({ db }: Tx) {
  return db.select({ round: assessmentRounds, shortTitle: assessmentSets.shortTitle }).from(assessmentRounds).innerJoin(assessmentSets, eq(assessmentSets.id, assessmentRounds.setId)).$dynamic();
}

export function toRound({ round, shortTitle }: { round: typeof assessmentRounds.$inferSelect; shortTitle: string }): RoundView {
  const { id, setId, title, periodFrom, periodTo, dueOn, issuedAt, issuedOffice } = round;
  return { id, setId, title, shortTitle, periodFrom, periodTo, dueOn, issuedOn: dayInLondon(issuedAt), issuedOffice };
}

const isBodyOf = eq(agencies.id, agencyMemberships.agencyId);
const isCategoryOf = and(eq(agencyCategories.listId, agencyMemberships.categoryList), eq(agencyCategories.id, agencyMemberships.category));

/** Returns with their agencies, as far as the actor sees them, by the agency's name. */
async function readReturns({ db }: Tx, where: SQL | undefined): Promise<(ReturnRow & { roundId: string })[]> {
  const counted = (status: SQL) => sql<number>`(select count(*)::int from portal.assessment_challenges c where c.return_id = ${assessmentReturns.id} and ${status})`;
  const rows = await db
    .select({
      id: assessmentReturns.id,
      roundId: assessmentReturns.roundId,
      membershipId: assessmentReturns.membershipId,
      agency: agencies.legalName,
      sector: agencyCategories.sector,
      firstDueOn: assessmentReturns.firstDueOn,
      dueOn: assessmentReturns.dueOn,
      status: assessmentReturns.status,
      submittedAt: assessmentReturns.submittedAt,
      onBehalf: assessmentReturns.onBehalf,
      addedLater: assessmentReturns.addedLater,
      sampled: sql<boolean>`exists (select from portal.assessment_samples s where s.return_id = ${assessmentReturns.id})`,
      waiting: counted(sql`c.status = 'asked'`),
      answered: counted(sql`c.status = 'answered'`),
      all: counted(sql`true`),
    })
    .from(assessmentReturns)
    .innerJoin(agencyMemberships, eq(agencyMemberships.id, assessmentReturns.membershipId))
    .innerJoin(agencies, isBodyOf)
    .innerJoin(agencyCategories, isCategoryOf)
    .where(where)
    .orderBy(asc(sql`lower(${agencies.legalName})`), asc(assessmentReturns.id));
  return rows.map(({ submittedAt, waiting, answered, all, ...row }) => ({ ...row, submittedOn: submittedAt && dayInLondon(submittedAt), challenges: { waiting, answered, all } }));
}

/** Every round of a partnership, the newest first, with its returns: for those who oversee them. */
export async function listRounds(actor: SessionActor, partnershipId: string): Promise<{ round: RoundView; returns: ReturnRow[] }[]> {
  return as(actor, async (tx) => {
    const rounds = (await roundsOf(tx).where(eq(assessmentRounds.partnershipId, partnershipId)).orderBy(desc(assessmentRounds.issuedAt), asc(assessmentRounds.title))).map(toRound);
    const returns = await readReturns(tx, eq(assessmentReturns.partnershipId, partnershipId));
    return rounds.map((round) => ({ round, returns: returns.filter((each) => each.roundId === round.id) }));
  });
}

/** The returns of the agencies for which the actor speaks, the newest round first. */
export async function listOwnReturns(actor: SessionActor, partnershipId: string): Promise<{ round: RoundView; returns: ReturnRow[] }[]> {
  return as(actor, async (tx) => {
    const returns = await readReturns(tx, and(eq(assessmentReturns.partnershipId, partnershipId), sql`${assessmentReturns.membershipId} in (select portal.my_agency_memberships())`));
    if (returns.length === 0) return [];
    const rounds = (await roundsOf(tx).where(eq(assessmentRounds.partnershipId, partnershipId)).orderBy(desc(assessmentRounds.issuedAt))).map(toRound);
    return rounds.map((round) => ({ round, returns: returns.filter((each) => each.roundId === round.id) })).filter((each) => each.returns.length > 0);
  });
}

export interface RoundInFull {
  today: string;
  round: RoundView;
  set: QuestionSet;
  returns: ReturnRow[];
  /** Of those, the agencies for which nobody with an account speaks. */
  withoutAccount: string[];
}

/** A round of the partnership with all its returns, or null. */
export async function findRound(actor: SessionActor, partnershipId: string, roundId: string): Promise<RoundInFull | null> {
  if (!isUuid(roundId)) return null;
  return as(actor, async (tx) => {
    const [row] = await roundsOf(tx).where(and(eq(assessmentRounds.partnershipId, partnershipId), eq(assessmentRounds.id, roundId)));
    if (!row) return null;
    const returns = await readReturns(tx, eq(assessmentReturns.roundId, roundId));
    const withOne = await withAccount(tx, partnershipId);
    return { today: tx.today, round: toRound(row), set: await getSet(tx, row.round.setId), returns, withoutAccount: returns.map((each) => each.membershipId).filter((id) => !withOne.has(id)) };
  });
}

/** The named agencies that may be asked, by name; with a round, those that are not in it yet. */
export async function listAskable(actor: SessionActor, partnershipId: string, roundId?: string): Promise<{ today: string; agencies: Askable[] }> {
  return as(actor, async (tx) => ({ today: tx.today, agencies: await readAskable(tx, partnershipId, roundId) }));
}

async function readAskable(tx: SessionTx, partnershipId: string, roundId?: string): Promise<Askable[]> {
  const inRound = tx.db.select({ id: assessmentReturns.membershipId }).from(assessmentReturns).where(eq(assessmentReturns.roundId, roundId ?? ""));
  return tx.db
    .select({ id: agencyMemberships.id, legalName: agencies.legalName, sector: agencyCategories.sector, audits: agencyMemberships.audits })
    .from(agencyMemberships)
    .innerJoin(agencies, isBodyOf)
    .innerJoin(agencyCategories, isCategoryOf)
    .where(and(eq(agencyMemberships.partnershipId, partnershipId), eq(agencyMemberships.status, "named"), or(isNull(agencies.closedOn), gt(agencies.closedOn, tx.today)), roundId ? notInArray(agencyMemberships.id, inRound) : undefined))
    .orderBy(asc(sql`lower(${agencies.legalName})`), asc(agencyMemberships.id));
}
