import { forbid } from "#app/domain/access/require.server.ts";
import { officeOf } from "#app/domain/access/office-of.server.ts";
import { appendToLedger } from "#app/domain/ledger/append-to-ledger.server.ts";
import { change, type Submission } from "#app/domain/shared/change.server.ts";
import { done, type Outcome, refused } from "#app/domain/shared/refusals.ts";
import type { SessionActor } from "#db/client.server.ts";
import { assessmentModerations } from "#db/schema/index.ts";

import type { RemarkInput } from "./answer-challenge.server.ts";
import { speaksFor } from "./answering.server.ts";
import { lockChallenge } from "./lock-return.server.ts";
import { sayInChallenge } from "./say-in-challenge.server.ts";
import { getSet } from "./set-queries.server.ts";

export interface AcceptAnswerInput extends RemarkInput {
  /** How the challenger rates the standard: the same as the agency, or otherwise. The agency's own rating stays. */
  rating: string;
}

/** Accepts an answer, with a rating beside the agency's own. Refusals: not-permitted, not-found, own-agency, challenge-moved-on. */
export async function acceptAnswer(actor: SessionActor, { partnershipId, challengeId, revision, text, rating }: AcceptAnswerInput, submission: Submission): Promise<Outcome<null>> {
  return change<null>(actor, "accept-assessment-answer", submission, async (tx) => {
    const forbidden = forbid(tx.me, "challenge-assessments", { partnershipId });
    if (forbidden) return forbidden;
    const stored = await lockChallenge(tx, partnershipId, challengeId);
    if (!stored) return refused("not-found");
    if (await speaksFor(tx, stored.membershipId)) return refused("own-agency");
    if (stored.status !== "answered" || stored.revision !== revision) return refused("challenge-moved-on");
    const set = await getSet(tx, stored.setId);
    if (!set.ratings.some((each) => each.id === rating)) return refused("not-found");
    const { membershipId, returnId, standardId } = stored;
    const office = officeOf(tx.me, partnershipId, "challenge-assessments");
    await tx.db.insert(assessmentModerations).values({ challengeId, partnershipId, membershipId, returnId, standardId, rating, moderatedAt: tx.now, moderatedBy: tx.me.personId, office });
    await sayInChallenge(tx, stored, "accepted", { kind: "acceptance", text, office, onBehalf: false });
    await appendToLedger(tx, { type: "assessment.challenge-accepted", partnershipId, data: { challengeId, returnId, standardId, rating } });
    return done(null);
  });
}
