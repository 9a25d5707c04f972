import { forbid } from "#app/domain/access/require.server.ts";
import { officeOf } from "#app/domain/access/office-of.server.ts";
import { appendToLedger } from "#app/domain/ledger/append-to-ledger.server.ts";
import { change, type Submission } from "#app/domain/shared/change.server.ts";
import { done, type Outcome, refused } from "#app/domain/shared/refusals.ts";
import type { SessionActor } from "#db/client.server.ts";

import type { RemarkInput } from "./answer-challenge.server.ts";
import { speaksFor } from "./answering.server.ts";
import { lockChallenge } from "./lock-return.server.ts";
import { sayInChallenge } from "./say-in-challenge.server.ts";
import { tellAgency } from "./tell.server.ts";

/** Asks again where an answer does not settle it. Refusals: not-permitted, not-found, own-agency, challenge-moved-on. */
export async function askAgain(actor: SessionActor, { partnershipId, challengeId, revision, text }: RemarkInput, submission: Submission): Promise<Outcome<null>> {
  return change<null>(actor, "repeat-assessment-challenge", submission, async (tx) => {
    const forbidden = forbid(tx.me, "challenge-assessments", { partnershipId });
    if (forbidden) return forbidden;
    const stored = await lockChallenge(tx, partnershipId, challengeId);
    if (!stored) return refused("not-found");
    if (await speaksFor(tx, stored.membershipId)) return refused("own-agency");
    if (stored.status !== "answered" || stored.revision !== revision) return refused("challenge-moved-on");
    await sayInChallenge(tx, stored, "asked", { kind: "question", text, office: officeOf(tx.me, partnershipId, "challenge-assessments"), onBehalf: false });
    await appendToLedger(tx, { type: "assessment.challenge-repeated", partnershipId, data: { challengeId, returnId: stored.returnId, standardId: stored.standardId } });
    await tellAgency(tx, stored, (agency) => ({ kind: "assessment-challenged", partnershipId, challengeId, agency }));
    return done(null);
  });
}
