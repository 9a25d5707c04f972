import { appendToLedger } from "#app/domain/ledger/append-to-ledger.server.ts";
import { notify } from "#app/domain/notifications/notify.server.ts";
import type { Submission } from "#app/domain/shared/change.server.ts";
import { done, type Outcome, refused } from "#app/domain/shared/refusals.ts";
import type { SessionActor } from "#db/client.server.ts";

import { decidersAt, speakersFor } from "./recipients.server.ts";
import { nextStage } from "./rules.ts";
import { refuseDay, type StepInput, takeStep, writeStep } from "./take-step.server.ts";

export interface EscalationInput extends StepInput {
  on: string;
  words: string;
}

/**
 * Takes a request that is not met one stage up: to the delegated partners, then to the chair, then to the leads. Those
 * and the agency's representative are told. Refusals: as of every step, and not-to-escalate, impossible-dates.
 */
export async function escalateRequest(actor: SessionActor, input: EscalationInput, submission: Submission): Promise<Outcome<null>> {
  const { partnershipId, on, words } = input;
  return takeStep(actor, input, submission, {
    command: "escalate-information-request",
    words: { "The reason": words },
    take: async (tx, request) => {
      const stage = nextStage(request);
      if (stage === null) return refused("not-to-escalate");
      const impossible = refuseDay(tx, request, on);
      if (impossible) return impossible;
      await appendToLedger(tx, { type: "information-request.escalated", partnershipId, data: { requestId: request.id, number: request.number, stage, on } });
      await writeStep(tx, request, { kind: "escalated", onDay: on, stage, words });
      const told = [...(await decidersAt(tx, partnershipId, stage)), ...(await speakersFor(tx, partnershipId, request.membershipId))];
      await notify(tx, { kind: "information-escalated", partnershipId, number: request.number, recipient: request.recipient, stage }, told);
      return done(null);
    },
  });
}
