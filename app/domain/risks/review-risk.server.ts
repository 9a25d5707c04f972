import { and, eq } from "drizzle-orm";

import { officeOf } from "#app/domain/access/office-of.server.ts";
import { forbid } from "#app/domain/access/require.server.ts";
import { refuseWords } from "#app/domain/documents/identifiers/refuse-words.server.ts";
import { appendToLedger } from "#app/domain/ledger/append-to-ledger.server.ts";
import { change, type Submission } from "#app/domain/shared/change.server.ts";
import { done, type Outcome, refused } from "#app/domain/shared/refusals.ts";
import type { SessionActor } from "#db/client.server.ts";
import { riskReviews, risks } from "#db/schema/index.ts";

import { readOwnerChoices } from "./queries.server.ts";

export interface ReviewInput {
  partnershipId: string;
  number: number;
  likelihood: number;
  impact: number;
  mitigation: string;
  ownerPostId: string;
  /** ISO date; null closes it. */
  reviewOn: string | null;
  /** What changed. */
  words: string;
  looked: readonly string[];
  /** How often it had been judged when the form was opened. */
  revision: number;
}

/**
 * Judges a risk anew, or closes it. The owner may, and whoever keeps the register. How it was judged before stays.
 * Refusals: not-permitted, not-found, risk-closed, stale, identifier-in-words, words-not-looked-at, impossible-dates.
 */
export async function reviewRisk(actor: SessionActor, input: ReviewInput, submission: Submission): Promise<Outcome<null>> {
  const { partnershipId, number, likelihood, impact, mitigation, ownerPostId, reviewOn, words, looked, revision } = input;
  return change(actor, "review-risk", submission, async (tx) => {
    const forbidden = forbid(tx.me, "review-risks", { partnershipId });
    if (forbidden) return forbidden;
    const [risk] = await tx.db.select().from(risks).where(and(eq(risks.partnershipId, partnershipId), eq(risks.number, number)));
    if (!risk) return refused("not-found");
    if (risk.closedOn !== null) return refused("risk-closed");
    if (risk.reviews !== revision) return refused("stale");
    const unfit = refuseWords({ "What is done about it": mitigation, "What changed": words }, looked);
    if (unfit) return unfit;
    if (reviewOn !== null && reviewOn <= tx.today) return refused("impossible-dates", "The next review must be after today");
    if (ownerPostId !== risk.ownerPostId && !(await readOwnerChoices(tx, partnershipId)).some((each) => each.postId === ownerPostId)) return refused("stale");
    await appendToLedger(tx, { type: "risk.reviewed", partnershipId, data: { riskId: risk.id, number, likelihood, impact, reviewOn } });
    await tx.db.insert(riskReviews).values({ riskId: risk.id, partnershipId, number: revision + 1, onDay: tx.today, likelihood, impact, mitigation, ownerPostId, reviewOn, words, office: officeOf(tx.me, partnershipId, "review-risks"), recordedAt: tx.now, recordedBy: tx.me.personId });
    return done(null);
  });
}
