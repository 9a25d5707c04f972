import { officeOf } from "#app/domain/access/office-of.server.ts";
import { appendToLedger } from "#app/domain/ledger/append-to-ledger.server.ts";
import type { Submission } from "#app/domain/shared/change.server.ts";
import { done, type Outcome, refused } from "#app/domain/shared/refusals.ts";
import type { SessionActor } from "#db/client.server.ts";

import { addToStory, type StepInput, takeStep } from "./take-step.server.ts";
import { tellOwner } from "./tell.server.ts";

export interface MoveInput extends StepInput {
  dueOn: string;
}

/** Moves the day on which an action is due, with the reason; every day it had stays. Refusals: as of every step, and impossible-dates. */
export async function moveDueDate(actor: SessionActor, input: MoveInput, submission: Submission): Promise<Outcome<null>> {
  const { partnershipId, text, dueOn } = input;
  return takeStep(actor, input, submission, {
    command: "move-action",
    permission: "record-actions",
    words: { "The reason": text },
    from: ["open", "proposed-done"],
    check: (tx, action) => {
      if (dueOn === action.dueOn) return Promise.resolve(refused("impossible-dates", "It is due on that day already"));
      return Promise.resolve(dueOn < tx.today ? refused("impossible-dates", "The new day must be today or later") : done(officeOf(tx.me, partnershipId, "record-actions")));
    },
    take: async (tx, action, office) => {
      await appendToLedger(tx, { type: "action.moved", partnershipId, data: { actionId: action.id, from: action.dueOn, to: dueOn } });
      await addToStory(tx, action, { kind: "moved", text, office, dueBefore: action.dueOn, dueAfter: dueOn });
      await tellOwner(tx, { ...action, dueOn }, "moved");
    },
  });
}
