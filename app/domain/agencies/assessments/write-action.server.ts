import { appendToLedger } from "#app/domain/ledger/append-to-ledger.server.ts";
import type { SessionTx } from "#db/client.server.ts";
import { assessmentActionEntries, assessmentActions } from "#db/schema/index.ts";

import type { ActionOrigin } from "./vocabulary.ts";

export interface ActionToWrite {
  partnershipId: string;
  returnId: string;
  membershipId: string;
  setId: string;
  standardId: string;
  origin: ActionOrigin;
  what: string;
  /** A post or an office, never a name. */
  owner: string;
  dueOn: string;
  /** In which office whoever records it does so. */
  office: string;
  onBehalf: boolean;
}

/** Writes an action with the first line of its story, and the ledger entry. Answers its id. */
export async function writeAction(tx: SessionTx, { office, onBehalf, dueOn, ...action }: ActionToWrite): Promise<string> {
  const { partnershipId, membershipId, returnId } = action;
  const [row] = await tx.db
    .insert(assessmentActions)
    .values({ ...action, firstDueOn: dueOn, dueOn, recordedAt: tx.now, recordedBy: tx.me.personId })
    .returning({ id: assessmentActions.id });
  if (!row) throw new Error("the action was not written");
  await tx.db.insert(assessmentActionEntries).values({ actionId: row.id, partnershipId, membershipId, number: 1, kind: "recorded", text: null, saidAt: tx.now, saidBy: tx.me.personId, office, onBehalf });
  await appendToLedger(tx, { type: "assessment.action-recorded", partnershipId, data: { actionId: row.id, returnId, dueOn } });
  return row.id;
}
