import { eq } from "drizzle-orm";

import { appendToLedger } from "#app/domain/ledger/append-to-ledger.server.ts";
import type { Submission } from "#app/domain/shared/change.server.ts";
import { done, type Outcome } from "#app/domain/shared/refusals.ts";
import type { SessionActor } from "#db/client.server.ts";
import { priorities, priorityAgencies } from "#db/schema/index.ts";

import { type PriorityInput, priorityWords } from "./forms.server.ts";
import { onPriority, type OnPriority } from "./on-priority.server.ts";
import { addAgencies, refuseInput } from "./record-priority.server.ts";

/** Changes a draft. Refusals: as of everything done to a priority, and impossible-dates; stale also when the seat ended or an agency was withdrawn. */
export async function changePriority(actor: SessionActor, input: OnPriority & PriorityInput, submission: Submission): Promise<Outcome<null>> {
  return onPriority(actor, input, submission, {
    command: "change-priority",
    permission: "edit-priorities",
    words: priorityWords(input),
    of: "draft",
    act: async (tx, priority) => {
      const { partnershipId, title, why, outcome, periodFrom, periodTo, leadSeatId, dueOn, membershipIds } = input;
      const unfit = await refuseInput(tx, partnershipId, input);
      if (unfit) return unfit;
      await appendToLedger(tx, { type: "priority.changed", partnershipId, data: { priorityId: priority.id, number: priority.number, dueOn } });
      await tx.db.update(priorities).set({ title, why, outcome, periodFrom, periodTo, leadSeatId, originalDueOn: dueOn }).where(eq(priorities.id, priority.id));
      await tx.db.delete(priorityAgencies).where(eq(priorityAgencies.priorityId, priority.id));
      await addAgencies(tx, priority, membershipIds);
      return done(null);
    },
  });
}
