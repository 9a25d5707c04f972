import { appendToLedger } from "#app/domain/ledger/append-to-ledger.server.ts";
import type { Submission } from "#app/domain/shared/change.server.ts";
import { done, type Outcome, refused } from "#app/domain/shared/refusals.ts";
import type { SessionActor } from "#db/client.server.ts";

import { refuseDay, type StepInput, takeStep, writeStep } from "./take-step.server.ts";

export interface DecisionInput extends StepInput {
  on: string;
  words: string;
  advice: string | null;
  minorityView: string | null;
}

/**
 * Records what the stage that a request was taken to decided: the chair with the scrutineer's advice, anybody with the
 * minority view. Refusals: as of every step, and nothing-to-change (nothing waits for a decision), reason-needed, impossible-dates.
 */
export async function decideEscalation(actor: SessionActor, input: DecisionInput, submission: Submission): Promise<Outcome<null>> {
  const { partnershipId, on, words, advice, minorityView } = input;
  return takeStep(actor, input, submission, {
    command: "decide-information-request",
    words: { "The decision": words, "The advice": advice, "The minority view": minorityView },
    take: async (tx, request) => {
      const { stage } = request;
      if (stage === null || request.decidedOn !== null) return refused("nothing-to-change");
      if (stage === "chair" && advice === null) return refused("reason-needed");
      const impossible = refuseDay(tx, request, on);
      if (impossible) return impossible;
      await appendToLedger(tx, { type: "information-request.decided", partnershipId, data: { requestId: request.id, number: request.number, stage, on, minority: minorityView !== null } });
      await writeStep(tx, request, { kind: "decided", onDay: on, stage, words, advice, minorityView });
      return done(null);
    },
  });
}
