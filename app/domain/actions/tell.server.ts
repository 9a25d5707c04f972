import { tellAgency } from "#app/domain/agencies/assessments/tell.server.ts";
import { notify } from "#app/domain/notifications/notify.server.ts";
import type { SessionTx } from "#db/client.server.ts";

import { holdersOfAction, type StoredAction } from "./owners.server.ts";

/** Writes to those whose an action is: that it was recorded or given to them, that more is asked, or that its day moved. */
export async function tellOwner(tx: SessionTx, action: Pick<StoredAction, "id" | "partnershipId" | "origin" | "dueOn" | "owner" | "ownerPostId" | "membershipId">, news: "recorded" | "more-asked" | "moved"): Promise<void> {
  const { id: actionId, partnershipId, origin, dueOn, owner, membershipId } = action;
  if (origin === "assessment" && membershipId !== null) return tellAgency(tx, { partnershipId, membershipId }, (agency) => ({ kind: "assessment-action", partnershipId, actionId, agency, dueOn }));
  await notify(tx, { kind: "action-yours", partnershipId, actionId, owner, dueOn, news }, await holdersOfAction(tx, action));
}
