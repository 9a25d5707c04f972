import type { Submission } from "#app/domain/shared/change.server.ts";
import { done, type Outcome, refused } from "#app/domain/shared/refusals.ts";
import type { SessionActor } from "#db/client.server.ts";

import type { ConclusionInput } from "./achieve-priority.server.ts";
import { judgeOf, onPriority } from "./on-priority.server.ts";
import { readMeasures } from "./queries.server.ts";
import { writeStatement } from "./write-statement.server.ts";

/** Closes a priority, or gives a draft up, with the reason; nothing follows. Refusals: as of everything done to a priority, and not-priority-lead. */
export async function closePriority(actor: SessionActor, input: ConclusionInput, submission: Submission): Promise<Outcome<null>> {
  return onPriority(actor, input, submission, {
    command: "close-priority",
    permission: "conclude-priorities",
    words: { "What you wrote": input.words },
    of: "both",
    act: async (tx, priority, recorded) => {
      const { isLead, isChair } = judgeOf(tx, priority);
      if (!isLead && !isChair) return refused("not-priority-lead");
      const measures = (await readMeasures(tx, [priority.id])).get(priority.id) ?? [];
      await writeStatement(tx, priority, { state: "closed", words: input.words }, measures, recorded);
      return done(null);
    },
  });
}
