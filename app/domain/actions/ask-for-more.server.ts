import { appendToLedger } from "#app/domain/ledger/append-to-ledger.server.ts";
import type { Submission } from "#app/domain/shared/change.server.ts";
import type { Outcome } from "#app/domain/shared/refusals.ts";
import type { SessionActor } from "#db/client.server.ts";

import { decidingOn } from "./close-action.server.ts";
import { addToStory, type StepInput, takeStep } from "./take-step.server.ts";
import { tellOwner } from "./tell.server.ts";

/** Sends an action that was proposed as done back, saying what more is needed. Refusals: as of every step, and own-action. */
export async function askForMore(actor: SessionActor, input: StepInput, submission: Submission): Promise<Outcome<null>> {
  const { partnershipId, text } = input;
  return takeStep(actor, input, submission, {
    command: "return-action",
    permission: "close-actions",
    words: { "What is asked": text },
    from: ["proposed-done"],
    check: decidingOn,
    take: async (tx, action, office) => {
      await appendToLedger(tx, { type: "action.returned", partnershipId, data: { actionId: action.id } });
      await addToStory(tx, action, { kind: "more-asked", text, office });
      await tellOwner(tx, action, "more-asked");
    },
  });
}
