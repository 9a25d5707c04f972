import { createHash } from "node:crypto";

import canonicalize from "canonicalize";
import { eq } from "drizzle-orm";

import { writeAction } from "#app/domain/actions/write-action.server.ts";
import { isMember } from "#app/domain/access/rules.ts";
import { appendToLedger } from "#app/domain/ledger/append-to-ledger.server.ts";
import { change, type Submission } from "#app/domain/shared/change.server.ts";
import { done, type Outcome, refused } from "#app/domain/shared/refusals.ts";
import type { SessionActor } from "#db/client.server.ts";
import { assessmentAnswers, assessmentReturns } from "#db/schema/index.ts";

import { answeringFor } from "./answering.server.ts";
import { lockReturn } from "./lock-return.server.ts";
import { incomplete } from "./rules.ts";
import { getSet } from "./set-queries.server.ts";
import { nameOfAgency } from "./tell.server.ts";
import { declarationOf } from "./vocabulary.ts";

export interface SubmitReturnInput {
  partnershipId: string;
  returnId: string;
  /** The revision of the return that the person read through. */
  revision: number;
}

/**
 * Submits a return with a declaration by post. From then on it is read only, and each action in it is tracked on its own.
 * Refusals: not-permitted, not-found, agency-answers-itself, return-submitted, stale (an answer was saved meanwhile),
 * return-incomplete (the detail says where).
 */
export async function submitReturn(actor: SessionActor, { partnershipId, returnId, revision }: SubmitReturnInput, submission: Submission): Promise<Outcome<{ actions: number }>> {
  return change(actor, "submit-assessment", submission, async (tx) => {
    if (!isMember(tx.me, partnershipId)) return refused("not-found");
    const stored = await lockReturn(tx, partnershipId, returnId);
    if (!stored) return refused("not-found");
    const answering = await answeringFor(tx, partnershipId, stored.membershipId);
    if (!answering.ok) return answering;
    if (stored.status === "submitted") return refused("return-submitted");
    if (stored.revision !== revision) return refused("stale");
    const set = await getSet(tx, stored.setId);
    const answers = await tx.db.select().from(assessmentAnswers).where(eq(assessmentAnswers.returnId, returnId));
    const open = incomplete(set, answers);
    if (open.length > 0) return refused("return-incomplete", open.map(({ standard, missing }) => `${standard.title}: ${missing.join(", ")}`).join("; "));
    const { office, onBehalf } = answering.value;
    let actions = 0;
    for (const { standardId, action, actionOwner, actionDueOn } of answers) {
      if (action === null || actionOwner === null || actionDueOn === null) continue;
      await writeAction(tx, { partnershipId, origin: { kind: "assessment", id: returnId }, standard: { id: standardId, fromChallenge: false }, what: action, owner: actionOwner, ownerPostId: null, membershipId: stored.membershipId, dueOn: actionDueOn, office, onBehalf });
      actions += 1;
    }
    const answersSha256 = digest(answers);
    const declaration = declarationOf(await nameOfAgency(tx, stored.membershipId), { onBehalf });
    await tx.db
      .update(assessmentReturns)
      .set({ status: "submitted", begunAt: stored.begunAt, submittedAt: tx.now, submittedBy: tx.me.personId, submittedOffice: office, onBehalf, declaration, answersSha256, revision: stored.revision + 1 })
      .where(eq(assessmentReturns.id, returnId));
    await appendToLedger(tx, { type: "assessment.submitted", partnershipId, data: { returnId, answersSha256, onBehalf } });
    return done({ actions });
  });
}

/** Of what was said, standard by standard, as canonical JSON: the ledger keeps it. */
function digest(answers: readonly (typeof assessmentAnswers.$inferSelect)[]): string {
  const said = answers
    .map(({ standardId, evidence, rating, action, actionOwner, actionDueOn }) => ({ standardId, evidence, rating, action, actionOwner, actionDueOn }))
    .sort((a, b) => (a.standardId < b.standardId ? -1 : 1));
  return createHash("sha256").update(canonicalize(said) ?? "").digest("hex");
}
