import { publishDecisions } from "#app/domain/decisions/publish-decisions.server.ts";
import { appendToLedger } from "#app/domain/ledger/append-to-ledger.server.ts";
import type { Submission } from "#app/domain/shared/change.server.ts";
import { done, type Outcome } from "#app/domain/shared/refusals.ts";
import type { SessionActor } from "#db/client.server.ts";

import { type StepInput, takeStep, writeStep } from "./take-step.server.ts";
import type { EscalationOutcome } from "./vocabulary.ts";

/** Ends an escalation, settled at whatever stage it is, or withdrawn; nothing follows. How many were settled, and in how many days, is published. Refusals: as of every step. */
export async function endEscalation(actor: SessionActor, input: StepInput & { outcome: EscalationOutcome; words: string }, submission: Submission): Promise<Outcome<null>> {
  const { partnershipId, number, on, outcome, words } = input;
  return takeStep(actor, input, submission, {
    command: "end-escalation",
    words: { "How it ended": words },
    take: async (tx, escalation) => {
      const { stage } = escalation;
      await appendToLedger(tx, { type: "escalation.ended", partnershipId, data: { escalationId: escalation.id, number, stage, outcome, on } });
      await writeStep(tx, escalation, on, { kind: outcome, stage, words });
      if (outcome === "settled") await publishDecisions(tx, partnershipId, null);
      return done(null);
    },
  });
}
