import type { Submission } from "#app/domain/shared/change.server.ts";
import { done, type Outcome, refused } from "#app/domain/shared/refusals.ts";
import type { SessionActor } from "#db/client.server.ts";

import { judgeOf, onPriority, type OnPriority } from "./on-priority.server.ts";
import { readMeasures } from "./queries.server.ts";
import { whyNotAchieved } from "./rules.ts";
import { writeStatement } from "./write-statement.server.ts";

export interface ConclusionInput extends OnPriority {
  words: string;
}

/**
 * Says that a priority is achieved: by the delegated partner who leads it or the chair, on a measure with a baseline, a
 * later figure and a source, whose last figure somebody else recorded. Refusals: as of everything done to a priority, and
 * not-priority-lead, no-evidence, own-evidence, nothing-to-change.
 */
export async function achievePriority(actor: SessionActor, input: ConclusionInput, submission: Submission): Promise<Outcome<null>> {
  return onPriority(actor, input, submission, {
    command: "achieve-priority",
    permission: "conclude-priorities",
    words: { "What you wrote": input.words },
    of: "agreed",
    act: async (tx, priority, recorded) => {
      if (priority.state === "achieved") return refused("nothing-to-change");
      const measures = (await readMeasures(tx, [priority.id])).get(priority.id) ?? [];
      const refusal = whyNotAchieved(judgeOf(tx, priority), measures);
      if (refusal) return refused(refusal);
      await writeStatement(tx, priority, { state: "achieved", words: input.words }, measures, recorded);
      return done(null);
    },
  });
}
