import { appendToLedger } from "#app/domain/ledger/append-to-ledger.server.ts";
import type { Submission } from "#app/domain/shared/change.server.ts";
import { done, type Outcome, refused } from "#app/domain/shared/refusals.ts";
import type { SessionActor } from "#db/client.server.ts";
import { priorityMoves } from "#db/schema/index.ts";

import { onPriority, type OnPriority } from "./on-priority.server.ts";

export interface MoveInput extends OnPriority {
  dueOn: string;
  reason: string;
  agreedBy: string;
}

/** Moves the due date of an agreed priority; the first one stays on record. Refusals: as of everything done to a priority, and reason-needed, impossible-dates, nothing-to-change. */
export async function movePriority(actor: SessionActor, input: MoveInput, submission: Submission): Promise<Outcome<null>> {
  const { dueOn, reason, agreedBy } = input;
  return onPriority(actor, input, submission, {
    command: "move-priority",
    permission: "edit-priorities",
    words: { "The reason": reason, "Who agreed": agreedBy },
    of: "agreed",
    act: async (tx, { id, number, partnershipId, dueOn: before, moves }, recorded) => {
      if (reason.trim() === "") return refused("reason-needed", "Say why the due date is moved");
      if (dueOn === before) return refused("nothing-to-change");
      if (dueOn < tx.today) return refused("impossible-dates", "The day must be today or later");
      await appendToLedger(tx, { type: "priority.due-moved", partnershipId, data: { priorityId: id, number, from: before, to: dueOn } });
      await tx.db.insert(priorityMoves).values({ priorityId: id, partnershipId, number: moves + 1, fromDay: before, toDay: dueOn, reason, agreedBy, ...recorded });
      return done(null);
    },
  });
}
