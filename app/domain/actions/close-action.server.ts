import { officeOf } from "#app/domain/access/office-of.server.ts";
import { appendToLedger } from "#app/domain/ledger/append-to-ledger.server.ts";
import type { Submission } from "#app/domain/shared/change.server.ts";
import { done, type Outcome, refused } from "#app/domain/shared/refusals.ts";
import type { SessionActor, SessionTx } from "#db/client.server.ts";

import { isOwner, type StoredAction } from "./owners.server.ts";
import { mayClose } from "./rules.ts";
import { addToStory, type StepInput, takeStep } from "./take-step.server.ts";

/**
 * Closes an action that was proposed as done, saying what convinces. It takes two: nobody closes what is theirs or what they
 * proposed. Refusals: as of every step, and own-action.
 */
export async function closeAction(actor: SessionActor, input: StepInput, submission: Submission): Promise<Outcome<null>> {
  const { partnershipId, text } = input;
  return takeStep(actor, input, submission, {
    command: "close-action",
    permission: "close-actions",
    words: { "The reason": text },
    from: ["proposed-done"],
    check: decidingOn,
    take: async (tx, action, office) => {
      await appendToLedger(tx, { type: "action.closed", partnershipId, data: { actionId: action.id } });
      await addToStory(tx, action, { kind: "closed", text, office });
    },
  });
}

/** In which office the signed-in person decides about an action that was proposed as done. Refusals: not-permitted, own-action. */
export async function decidingOn(tx: SessionTx, action: StoredAction): Promise<Outcome<string>> {
  const { partnershipId, origin, proposedBy } = action;
  if (!mayClose(tx.me, partnershipId, origin)) return refused("not-permitted");
  if (proposedBy === tx.me.personId || (await isOwner(tx, action))) return refused("own-action");
  return done(officeOf(tx.me, partnershipId, "close-actions"));
}
