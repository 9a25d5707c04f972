import { forbid } from "#app/domain/access/require.server.ts";
import { officeOf } from "#app/domain/access/office-of.server.ts";
import { appendToLedger } from "#app/domain/ledger/append-to-ledger.server.ts";
import { change, type Submission } from "#app/domain/shared/change.server.ts";
import { done, type Outcome, refused } from "#app/domain/shared/refusals.ts";
import type { SessionActor } from "#db/client.server.ts";
import { assessmentRounds } from "#db/schema/index.ts";

import { issueReturns } from "./issue-returns.server.ts";
import { findSet } from "./set-queries.server.ts";

export interface IssueRoundInput {
  partnershipId: string;
  setId: string;
  title: string;
  /** ISO dates: what the returns are about, and by when they are due. */
  periodFrom: string;
  periodTo: string;
  dueOn: string;
  membershipIds: readonly string[];
}

/**
 * Puts a question set to agencies, one or hundreds, all of them or none. Refusals: not-permitted, not-found,
 * impossible-dates, round-repeated, nothing-to-change, stale and agency-closed (the detail is the agency's name).
 */
export async function issueRound(actor: SessionActor, input: IssueRoundInput, submission: Submission): Promise<Outcome<{ roundId: string; asked: number }>> {
  return change(actor, "issue-assessment-round", submission, async (tx) => {
    const { partnershipId, setId, title, periodFrom, periodTo, dueOn, membershipIds } = input;
    const forbidden = forbid(tx.me, "issue-assessments", { partnershipId });
    if (forbidden) return forbidden;
    const set = await findSet(tx, setId);
    if (!set) return refused("not-found");
    if (dueOn < tx.today) return refused("impossible-dates", "The day on which returns are due must be today or later");
    const [round] = await tx.db
      .insert(assessmentRounds)
      .values({ partnershipId, setId, title, periodFrom, periodTo, dueOn, issuedAt: tx.now, issuedBy: tx.me.personId, issuedOffice: officeOf(tx.me, partnershipId, "issue-assessments") })
      .returning({ id: assessmentRounds.id });
    if (!round) throw new Error("the round was not written");
    const issued = await issueReturns(tx, { partnershipId, roundId: round.id, setId, title, dueOn, addedLater: false, membershipIds });
    if (!issued.ok) return issued;
    await appendToLedger(tx, { type: "assessment.round-issued", partnershipId, data: { roundId: round.id, setId, dueOn, agencies: issued.value.asked } });
    return done({ roundId: round.id, asked: issued.value.asked });
  });
}
