import { and, eq } from "drizzle-orm";

import { appendToLedger } from "#app/domain/ledger/append-to-ledger.server.ts";
import { change, type Submission } from "#app/domain/shared/change.server.ts";
import { done, type Outcome, refused } from "#app/domain/shared/refusals.ts";
import { isMember } from "#app/domain/access/rules.ts";
import type { SessionActor } from "#db/client.server.ts";
import { assessmentAnswers, assessmentReturns, assessmentStandards } from "#db/schema/index.ts";

import { answeringFor } from "./answering.server.ts";
import { lockReturn } from "./lock-return.server.ts";
import type { Answer } from "./rules.ts";

export interface SaveAnswerInput {
  partnershipId: string;
  returnId: string;
  standardId: string;
  /** The revision the person began from; 0 when there was no answer. */
  revision: number;
  answer: Answer;
}

const parts = ["evidence", "rating", "action", "actionOwner", "actionDueOn"] as const;

/**
 * Keeps what an agency says of one standard, finished or not. Refusals: not-permitted, not-found, agency-answers-itself,
 * return-submitted, stale (somebody else saved this answer meanwhile).
 */
export async function saveAnswer(actor: SessionActor, { partnershipId, returnId, standardId, revision, answer }: SaveAnswerInput, submission: Submission): Promise<Outcome<{ revision: number }>> {
  return change(actor, "save-assessment-answer", submission, async (tx) => {
    if (!isMember(tx.me, partnershipId)) return refused("not-found");
    const stored = await lockReturn(tx, partnershipId, returnId);
    if (!stored) return refused("not-found");
    const answering = await answeringFor(tx, partnershipId, stored.membershipId);
    if (!answering.ok) return answering;
    const [standard] = await tx.db.select({ id: assessmentStandards.id }).from(assessmentStandards).where(and(eq(assessmentStandards.setId, stored.setId), eq(assessmentStandards.id, standardId)));
    if (!standard) return refused("not-found");
    if (stored.status === "submitted") return refused("return-submitted");
    const where = and(eq(assessmentAnswers.returnId, returnId), eq(assessmentAnswers.standardId, standardId));
    const [before] = await tx.db.select().from(assessmentAnswers).where(where).for("update");
    if ((before?.revision ?? 0) !== revision) return refused("stale");
    if (before && parts.every((part) => before[part] === answer[part])) return done({ revision });
    const { office, onBehalf } = answering.value;
    const saved = { ...answer, revision: revision + 1, savedAt: tx.now, savedBy: tx.me.personId, savedOffice: office, onBehalf };
    if (before) await tx.db.update(assessmentAnswers).set(saved).where(where);
    else await tx.db.insert(assessmentAnswers).values({ returnId, partnershipId, membershipId: stored.membershipId, setId: stored.setId, standardId, ...saved });
    await tx.db
      .update(assessmentReturns)
      .set({ status: "begun", begunAt: stored.begunAt ?? tx.now, revision: stored.revision + 1 })
      .where(eq(assessmentReturns.id, returnId));
    await appendToLedger(tx, { type: "assessment.answer-saved", partnershipId, data: { returnId, standardId, revision: revision + 1, onBehalf } });
    return done({ revision: revision + 1 });
  });
}
