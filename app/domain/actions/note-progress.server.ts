import { appendToLedger } from "#app/domain/ledger/append-to-ledger.server.ts";
import type { Submission } from "#app/domain/shared/change.server.ts";
import type { Outcome } from "#app/domain/shared/refusals.ts";
import type { SessionActor } from "#db/client.server.ts";

import { workingOn } from "./owners.server.ts";
import { addToStory, type StepInput, takeStep } from "./take-step.server.ts";

/** Its owner says how far an action is. Refusals: as of every step, and not-the-owner, agency-answers-itself. */
export async function noteProgress(actor: SessionActor, input: StepInput, submission: Submission): Promise<Outcome<null>> {
  const { partnershipId, text } = input;
  return takeStep(actor, input, submission, {
    command: "note-action-progress",
    permission: "work-on-actions",
    words: { "The note": text },
    from: ["open"],
    check: workingOn,
    take: async (tx, action, working) => {
      await appendToLedger(tx, { type: "action.progressed", partnershipId, data: { actionId: action.id } });
      await addToStory(tx, action, { kind: "progress", text, ...working });
    },
  });
}
