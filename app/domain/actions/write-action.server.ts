import { randomUUID } from "node:crypto";

import { appendToLedger } from "#app/domain/ledger/append-to-ledger.server.ts";
import type { SessionTx } from "#db/client.server.ts";
import { actionEntries, actions } from "#db/schema/index.ts";

import { originTables } from "./origin-tables.server.ts";
import type { ActionOrigin } from "./origins.ts";
import type { Owner } from "./owners.server.ts";

export interface ActionToWrite extends Owner {
  partnershipId: string;
  origin: ActionOrigin;
  what: string;
  dueOn: string;
  /** In which office whoever records it does so. */
  office: string;
  /** Recorded for an agency that has no account. */
  onBehalf?: boolean;
  /** Of a self-assessment: the standard, and whether a challenge asked for it. */
  standard?: { id: string; fromChallenge: boolean };
}

/** Writes an action with the first line of its story, and the ledger entry. For commands of any area, in their own transaction. Answers its id. */
export async function writeAction(tx: SessionTx, { partnershipId, origin, what, owner, ownerPostId, membershipId, dueOn, office, onBehalf = false, standard }: ActionToWrite): Promise<string> {
  const id = randomUUID();
  await tx.db.insert(actions).values({
    id,
    partnershipId,
    origin: origin.kind,
    ...(origin.kind === "own" ? {} : originTables[origin.kind].values(origin.id)),
    ...(standard ? { standardId: standard.id, fromChallenge: standard.fromChallenge } : {}),
    what,
    owner,
    ownerPostId,
    membershipId,
    originalDueOn: dueOn,
    dueOn,
    recordedAt: tx.now,
    recordedBy: tx.me.personId,
  });
  await tx.db.insert(actionEntries).values({ actionId: id, partnershipId, number: 1, kind: "recorded", text: null, saidAt: tx.now, saidBy: tx.me.personId, office, onBehalf });
  await appendToLedger(tx, { type: "action.recorded", partnershipId, data: { actionId: id, origin: origin.kind, originId: origin.kind === "own" ? null : origin.id, dueOn } });
  return id;
}
