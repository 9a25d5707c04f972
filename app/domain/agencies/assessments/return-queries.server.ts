import { and, asc, desc, eq, lt, ne } from "drizzle-orm";

import { isUuid } from "#app/domain/shared/is-uuid.ts";
import { dayInLondon } from "#app/domain/shared/dates.ts";
import { as, type SessionActor, type SessionTx } from "#db/client.server.ts";
import { actions, assessmentAnswers, assessmentChallenges, assessmentExtensions, assessmentReturns, assessmentRounds, assessmentSamples, assessmentSets } from "#db/schema/index.ts";

import { speaksFor, standingOf } from "./answering.server.ts";
import { readAssessmentActions, readChallenges } from "./challenge-queries.server.ts";
import { toRound } from "./round-queries.server.ts";
import { incomplete } from "./rules.ts";
import { getSet } from "./set-queries.server.ts";
import { nameOfAgency } from "./tell.server.ts";
import type { AnswerView, AssessmentAction, ChallengeView, ReturnView } from "./views.ts";

async function readAnswers({ db }: SessionTx, returnId: string): Promise<AnswerView[]> {
  const rows = await db.select().from(assessmentAnswers).where(eq(assessmentAnswers.returnId, returnId));
  return rows.map(({ standardId, evidence, rating, action, actionOwner, actionDueOn, revision, savedAt, savedOffice, onBehalf }) => ({ standardId, evidence, rating, action, actionOwner, actionDueOn, revision, savedAt: savedAt.toISOString(), savedOffice, onBehalf }));
}

type ReturnRecord = typeof assessmentReturns.$inferSelect;

/** What the agency said in the return before this one, of the same series of sets. */
async function readBefore(tx: SessionTx, { id, membershipId, issuedAt }: ReturnRecord, series: string): Promise<ReturnView["before"]> {
  const [before] = await tx.db
    .select({ id: assessmentReturns.id, title: assessmentRounds.title })
    .from(assessmentReturns)
    .innerJoin(assessmentRounds, eq(assessmentRounds.id, assessmentReturns.roundId))
    .innerJoin(assessmentSets, eq(assessmentSets.id, assessmentReturns.setId))
    .where(and(eq(assessmentReturns.membershipId, membershipId), ne(assessmentReturns.id, id), lt(assessmentReturns.issuedAt, issuedAt), eq(assessmentReturns.status, "submitted"), eq(assessmentSets.series, series)))
    .orderBy(desc(assessmentReturns.issuedAt))
    .limit(1);
  return before ? { title: before.title, answers: await readAnswers(tx, before.id) } : null;
}

async function readExtensions({ db }: SessionTx, returnId: string): Promise<ReturnView["extensions"]> {
  const rows = await db.select().from(assessmentExtensions).where(eq(assessmentExtensions.returnId, returnId)).orderBy(asc(assessmentExtensions.number));
  return rows.map(({ number, dueBefore, dueAfter, reason, movedAt, office }) => ({ number, from: dueBefore, to: dueAfter, reason, on: dayInLondon(movedAt), office }));
}

/** A return with everything that is said in it and about it, or null when the actor sees none by that id. */
export async function findReturn(actor: SessionActor, partnershipId: string, returnId: string): Promise<(ReturnView & { today: string; speaksFor: boolean }) | null> {
  if (!isUuid(returnId)) return null;
  return as(actor, async (tx) => {
    const [row] = await tx.db
      .select({ own: assessmentReturns, round: assessmentRounds, shortTitle: assessmentSets.shortTitle, series: assessmentSets.series })
      .from(assessmentReturns)
      .innerJoin(assessmentRounds, eq(assessmentRounds.id, assessmentReturns.roundId))
      .innerJoin(assessmentSets, eq(assessmentSets.id, assessmentReturns.setId))
      .where(and(eq(assessmentReturns.id, returnId), eq(assessmentReturns.partnershipId, partnershipId)));
    if (!row) return null;
    const { own, series } = row;
    const [sample] = await tx.db.select().from(assessmentSamples).where(eq(assessmentSamples.returnId, returnId));
    const { membershipId, submittedAt, submittedOffice, declaration, answersSha256 } = own;
    const standing = await standingOf(tx, partnershipId, membershipId);
    const fills = standing === "own" || standing === "on-behalf";
    const set = await getSet(tx, own.setId);
    const answers = await readAnswers(tx, returnId);
    return {
      today: tx.today,
      id: own.id,
      membershipId,
      agency: await nameOfAgency(tx, membershipId),
      round: toRound(row),
      set,
      firstDueOn: own.firstDueOn,
      dueOn: own.dueOn,
      status: own.status,
      revision: own.revision,
      addedLater: own.addedLater,
      submitted: submittedAt && { on: dayInLondon(submittedAt), at: submittedAt.toISOString(), office: submittedOffice ?? "", declaration: declaration ?? "", onBehalf: own.onBehalf, sha256: answersSha256 ?? "" },
      extensions: await readExtensions(tx, returnId),
      sample: sample ? { drawn: sample.drawn, seed: sample.seed, from: sample.drawnFrom, on: dayInLondon(sample.sampledAt), office: sample.office } : null,
      complete: set.standards.length - incomplete(set, answers).length,
      answers: fills || submittedAt ? answers : [],
      before: fills ? await readBefore(tx, own, series) : null,
      challenges: await readChallenges(tx, eq(assessmentChallenges.returnId, returnId)),
      actions: await readAssessmentActions(tx, partnershipId, eq(actions.returnId, returnId)),
      standing,
      speaksFor: await speaksFor(tx, membershipId),
    };
  });
}

/** A challenge with its return, or null. */
export async function findChallenge(actor: SessionActor, partnershipId: string, challengeId: string): Promise<{ challenge: ChallengeView; return: ReturnView & { today: string; speaksFor: boolean } } | null> {
  if (!isUuid(challengeId)) return null;
  const [challenge] = await as(actor, (tx) => readChallenges(tx, and(eq(assessmentChallenges.id, challengeId), eq(assessmentChallenges.partnershipId, partnershipId))));
  const found = challenge ? await findReturn(actor, partnershipId, challenge.returnId) : null;
  return challenge && found ? { challenge, return: found } : null;
}

/** Every action of a self-assessment that the actor sees in the partnership, what is open first. */
export async function listAssessmentActions(actor: SessionActor, partnershipId: string): Promise<AssessmentAction[]> {
  return as(actor, (tx) => readAssessmentActions(tx, partnershipId));
}
