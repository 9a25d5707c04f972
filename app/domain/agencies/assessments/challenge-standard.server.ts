import { and, eq } from "drizzle-orm";

import { forbid } from "#app/domain/access/require.server.ts";
import { officeOf } from "#app/domain/access/office-of.server.ts";
import { appendToLedger } from "#app/domain/ledger/append-to-ledger.server.ts";
import { change, type Submission } from "#app/domain/shared/change.server.ts";
import { done, type Outcome, refused } from "#app/domain/shared/refusals.ts";
import type { SessionActor } from "#db/client.server.ts";
import { assessmentChallenges, assessmentRemarks, assessmentStandards } from "#db/schema/index.ts";

import { speaksFor } from "./answering.server.ts";
import { lockReturn } from "./lock-return.server.ts";
import { tellAgency } from "./tell.server.ts";

export interface ChallengeStandardInput {
  partnershipId: string;
  returnId: string;
  standardId: string;
  question: string;
}

/**
 * Asks an agency about what it said of one standard; it answers in its own time, and whoever asked accepts or asks again.
 * Refusals: not-permitted, not-found, return-not-submitted, own-agency, challenge-open.
 */
export async function challengeStandard(actor: SessionActor, { partnershipId, returnId, standardId, question }: ChallengeStandardInput, submission: Submission): Promise<Outcome<{ challengeId: string }>> {
  return change(actor, "challenge-assessment", submission, async (tx) => {
    const forbidden = forbid(tx.me, "challenge-assessments", { partnershipId });
    if (forbidden) return forbidden;
    const stored = await lockReturn(tx, partnershipId, returnId);
    if (!stored) return refused("not-found");
    const { membershipId, setId } = stored;
    const [standard] = await tx.db.select({ id: assessmentStandards.id }).from(assessmentStandards).where(and(eq(assessmentStandards.setId, setId), eq(assessmentStandards.id, standardId)));
    if (!standard) return refused("not-found");
    if (stored.status !== "submitted") return refused("return-not-submitted");
    if (await speaksFor(tx, membershipId)) return refused("own-agency");
    const [row] = await tx.db.insert(assessmentChallenges).values({ partnershipId, returnId, membershipId, setId, standardId, askedAt: tx.now, askedBy: tx.me.personId }).returning({ id: assessmentChallenges.id });
    if (!row) throw new Error("the challenge was not written");
    await tx.db.insert(assessmentRemarks).values({ challengeId: row.id, partnershipId, membershipId, number: 1, kind: "question", text: question, saidAt: tx.now, saidBy: tx.me.personId, office: officeOf(tx.me, partnershipId, "challenge-assessments") });
    await appendToLedger(tx, { type: "assessment.challenged", partnershipId, data: { challengeId: row.id, returnId, standardId } });
    await tellAgency(tx, { partnershipId, membershipId }, (agency) => ({ kind: "assessment-challenged", partnershipId, challengeId: row.id, agency }));
    return done({ challengeId: row.id });
  });
}
