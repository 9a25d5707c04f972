import { appendToLedger } from "#app/domain/ledger/append-to-ledger.server.ts";
import type { SessionTx } from "#db/client.server.ts";
import { priorityStatements } from "#db/schema/index.ts";

import type { Recorded, StoredPriority } from "./on-priority.server.ts";
import type { MeasureView } from "./priority-view.ts";
import { freezeMeasure } from "./rules.ts";
import type { PriorityState } from "./vocabulary.ts";

/** Writes what is said of a priority, with its measures as they stand; the database moves the priority to that state. */
export async function writeStatement(tx: SessionTx, { id: priorityId, number, partnershipId, statements }: StoredPriority, said: { state: PriorityState; words: string }, measures: readonly MeasureView[], recorded: Recorded): Promise<void> {
  const statement = statements + 1;
  await appendToLedger(tx, { type: "priority.stated", partnershipId, data: { priorityId, number, state: said.state, statement } });
  await tx.db.insert(priorityStatements).values({ priorityId, partnershipId, number: statement, ...said, measures: measures.map(freezeMeasure), ...recorded });
}
