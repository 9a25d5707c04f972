import { forbid } from "#app/domain/access/require.server.ts";
import { officeOf } from "#app/domain/access/office-of.server.ts";
import { appendToLedger } from "#app/domain/ledger/append-to-ledger.server.ts";
import { change, type Submission } from "#app/domain/shared/change.server.ts";
import { done, type Outcome, refused } from "#app/domain/shared/refusals.ts";
import type { SessionActor } from "#db/client.server.ts";
import { assessmentSamples } from "#db/schema/index.ts";

import { speaksFor } from "./answering.server.ts";
import { lockReturn } from "./lock-return.server.ts";

export interface SampleReturnInput {
  partnershipId: string;
  returnId: string;
}

/** Marks a submitted return to be looked at closely. Refusals: not-permitted, not-found, return-not-submitted, own-agency, nothing-to-change. */
export async function sampleReturn(actor: SessionActor, { partnershipId, returnId }: SampleReturnInput, submission: Submission): Promise<Outcome<null>> {
  return change<null>(actor, "sample-assessment", submission, async (tx) => {
    const forbidden = forbid(tx.me, "challenge-assessments", { partnershipId });
    if (forbidden) return forbidden;
    const stored = await lockReturn(tx, partnershipId, returnId);
    if (!stored) return refused("not-found");
    if (stored.status !== "submitted") return refused("return-not-submitted");
    if (await speaksFor(tx, stored.membershipId)) return refused("own-agency");
    await tx.db.insert(assessmentSamples).values({ returnId, partnershipId, membershipId: stored.membershipId, drawn: "by-hand", sampledAt: tx.now, sampledBy: tx.me.personId, office: officeOf(tx.me, partnershipId, "challenge-assessments") });
    await appendToLedger(tx, { type: "assessment.sampled", partnershipId, data: { roundId: stored.roundId, returns: [returnId], seed: null, drawnFrom: null } });
    return done(null);
  });
}
