import { appendToLedger } from "#app/domain/ledger/append-to-ledger.server.ts";
import type { Submission } from "#app/domain/shared/change.server.ts";
import { done, type Outcome } from "#app/domain/shared/refusals.ts";
import type { SessionActor } from "#db/client.server.ts";

import { refuseDay, type StepInput, takeStep, writeStep } from "./take-step.server.ts";
import type { RequestOutcome } from "./vocabulary.ts";

export interface ClosureInput extends StepInput {
  outcome: RequestOutcome;
  on: string;
  words: string;
}

/** Closes a request with what came of it; nothing follows. Refusals: as of every step, and impossible-dates. */
export async function closeRequest(actor: SessionActor, input: ClosureInput, submission: Submission): Promise<Outcome<null>> {
  const { partnershipId, outcome, on, words } = input;
  return takeStep(actor, input, submission, {
    command: "close-information-request",
    words: { "What came of it": words },
    take: async (tx, request) => {
      const impossible = refuseDay(tx, request, on);
      if (impossible) return impossible;
      await appendToLedger(tx, { type: "information-request.closed", partnershipId, data: { requestId: request.id, number: request.number, outcome, on } });
      await writeStep(tx, request, { kind: "closed", onDay: on, outcome, words });
      return done(null);
    },
  });
}
