import type { Submission } from "#app/domain/shared/change.server.ts";
import { done, type Outcome } from "#app/domain/shared/refusals.ts";
import type { SessionActor } from "#db/client.server.ts";

import { onPriority, type OnPriority } from "./on-priority.server.ts";
import { readMeasures } from "./queries.server.ts";
import type { ProgressState } from "./vocabulary.ts";
import { writeStatement } from "./write-statement.server.ts";

export interface StatementInput extends OnPriority {
  state: ProgressState;
  words: string;
}

/** Says how an agreed priority stands. Refusals: as of everything done to a priority. */
export async function makeStatement(actor: SessionActor, input: StatementInput, submission: Submission): Promise<Outcome<null>> {
  return onPriority(actor, input, submission, {
    command: "make-priority-statement",
    permission: "edit-priorities",
    words: { "What you wrote": input.words },
    of: "agreed",
    act: async (tx, priority, recorded) => {
      const measures = (await readMeasures(tx, [priority.id])).get(priority.id) ?? [];
      await writeStatement(tx, priority, { state: input.state, words: input.words }, measures, recorded);
      return done(null);
    },
  });
}
