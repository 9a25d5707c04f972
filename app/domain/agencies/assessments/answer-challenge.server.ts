import { isMember } from "#app/domain/access/rules.ts";
import { appendToLedger } from "#app/domain/ledger/append-to-ledger.server.ts";
import { notify } from "#app/domain/notifications/notify.server.ts";
import { change, type Submission } from "#app/domain/shared/change.server.ts";
import { done, type Outcome, refused } from "#app/domain/shared/refusals.ts";
import type { SessionActor } from "#db/client.server.ts";

import { answeringFor } from "./answering.server.ts";
import { lockChallenge } from "./lock-return.server.ts";
import { sayInChallenge } from "./say-in-challenge.server.ts";
import { nameOfAgency } from "./tell.server.ts";

export interface RemarkInput {
  partnershipId: string;
  challengeId: string;
  /** The revision of the challenge that the person saw. */
  revision: number;
  text: string;
}

/** An agency answers a challenge. Refusals: not-permitted, not-found, agency-answers-itself, challenge-moved-on. */
export async function answerChallenge(actor: SessionActor, { partnershipId, challengeId, revision, text }: RemarkInput, submission: Submission): Promise<Outcome<null>> {
  return change<null>(actor, "answer-assessment-challenge", submission, async (tx) => {
    if (!isMember(tx.me, partnershipId)) return refused("not-found");
    const stored = await lockChallenge(tx, partnershipId, challengeId);
    if (!stored) return refused("not-found");
    const answering = await answeringFor(tx, partnershipId, stored.membershipId);
    if (!answering.ok) return answering;
    if (stored.status !== "asked" || stored.revision !== revision) return refused("challenge-moved-on");
    await sayInChallenge(tx, stored, "answered", { kind: "answer", text, ...answering.value });
    await appendToLedger(tx, { type: "assessment.challenge-answered", partnershipId, data: { challengeId, returnId: stored.returnId, standardId: stored.standardId } });
    await notify(tx, { kind: "assessment-answered", partnershipId, challengeId, agency: await nameOfAgency(tx, stored.membershipId) }, [stored.askedBy]);
    return done(null);
  });
}
