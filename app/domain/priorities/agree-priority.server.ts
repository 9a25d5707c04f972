import { eq } from "drizzle-orm";

import { appendToLedger } from "#app/domain/ledger/append-to-ledger.server.ts";
import type { Submission } from "#app/domain/shared/change.server.ts";
import { done, type Outcome, refused } from "#app/domain/shared/refusals.ts";
import type { SessionActor } from "#db/client.server.ts";
import { priorities } from "#db/schema/index.ts";

import { onPriority, type OnPriority } from "./on-priority.server.ts";

export interface AgreementInput extends OnPriority {
  on: string;
  /** Where, and by whom. */
  where: string;
}

/** Records that a draft is agreed: from now on its words stay. Refusals: as of everything done to a priority, and impossible-dates. */
export async function agreePriority(actor: SessionActor, input: AgreementInput, submission: Submission): Promise<Outcome<null>> {
  return onPriority(actor, input, submission, {
    command: "agree-priority",
    permission: "agree-priorities",
    words: { "Where it was agreed": input.where },
    of: "draft",
    act: async (tx, { id, number, partnershipId }) => {
      if (input.on > tx.today) return refused("impossible-dates", "The day must be today or earlier");
      await appendToLedger(tx, { type: "priority.agreed", partnershipId, data: { priorityId: id, number, on: input.on } });
      await tx.db.update(priorities).set({ agreedOn: input.on, agreedWhere: input.where }).where(eq(priorities.id, id));
      return done(null);
    },
  });
}
