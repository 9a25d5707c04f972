import { appendToLedger } from "#app/domain/ledger/append-to-ledger.server.ts";
import type { Submission } from "#app/domain/shared/change.server.ts";
import { done, type Outcome, refused } from "#app/domain/shared/refusals.ts";
import type { SessionActor } from "#db/client.server.ts";

import { type StepInput, takeStep, writeStep } from "./take-step.server.ts";

export interface StageDecision extends StepInput {
  words: string;
  /** Bodies or offices. */
  tookPart: string;
  advice: string | null;
  minorityView: string | null;
}

/** Records what the stage decided: the chair with the scrutineer's advice, anybody with the minority view. Refusals: as of every step, and advice-needed. */
export async function decideStage(actor: SessionActor, input: StageDecision, submission: Submission): Promise<Outcome<null>> {
  const { partnershipId, number, on, words, tookPart, advice, minorityView } = input;
  return takeStep(actor, input, submission, {
    command: "decide-escalation-stage",
    words: { "The decision": words, "Who took part": tookPart, "The advice": advice, "The minority view": minorityView },
    take: async (tx, escalation) => {
      const { stage } = escalation;
      if (stage === "chair" && advice === null) return refused("advice-needed");
      await appendToLedger(tx, { type: "escalation.decided", partnershipId, data: { escalationId: escalation.id, number, stage, on, minority: minorityView !== null } });
      await writeStep(tx, escalation, on, { kind: "decided", stage, words, tookPart, advice, minorityView });
      return done(null);
    },
  });
}
