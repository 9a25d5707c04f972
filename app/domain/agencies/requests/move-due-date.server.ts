import { appendToLedger } from "#app/domain/ledger/append-to-ledger.server.ts";
import { notify } from "#app/domain/notifications/notify.server.ts";
import type { Submission } from "#app/domain/shared/change.server.ts";
import { done, type Outcome, refused } from "#app/domain/shared/refusals.ts";
import type { SessionActor } from "#db/client.server.ts";

import { speakersFor } from "./recipients.server.ts";
import { type StepInput, takeStep, writeStep } from "./take-step.server.ts";

export interface MoveInput extends StepInput {
  dueOn: string;
  words: string;
}

/** Gives the body that was asked another day; the first one stays on record. Refusals: as of every step, and impossible-dates, nothing-to-change. */
export async function moveDueDate(actor: SessionActor, input: MoveInput, submission: Submission): Promise<Outcome<null>> {
  const { partnershipId, dueOn, words } = input;
  return takeStep(actor, input, submission, {
    command: "move-information-request",
    words: { "The reason": words },
    take: async (tx, request) => {
      if (dueOn === request.dueOn || request.answer === "in-full") return refused("nothing-to-change");
      if (dueOn < tx.today) return refused("impossible-dates", "The day must be today or later");
      await appendToLedger(tx, { type: "information-request.due-moved", partnershipId, data: { requestId: request.id, number: request.number, from: request.dueOn, to: dueOn } });
      await writeStep(tx, request, { kind: "due-moved", onDay: tx.today, dueOn, words });
      await notify(tx, { kind: "information-due-moved", partnershipId, number: request.number, recipient: request.recipient, dueOn }, await speakersFor(tx, partnershipId, request.membershipId));
      return done(null);
    },
  });
}
