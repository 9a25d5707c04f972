import { forbid } from "#app/domain/access/require.server.ts";
import { officeOf } from "#app/domain/access/office-of.server.ts";
import { appendToLedger } from "#app/domain/ledger/append-to-ledger.server.ts";
import { change, type Submission } from "#app/domain/shared/change.server.ts";
import { done, type Outcome, refused } from "#app/domain/shared/refusals.ts";
import type { SessionActor } from "#db/client.server.ts";

import { addToStory } from "./add-to-story.server.ts";
import { lockAction } from "./lock-return.server.ts";

export interface MoveActionInput {
  partnershipId: string;
  actionId: string;
  revision: number;
  dueOn: string;
  reason: string;
}

/** Moves the day on which an action is due, with the reason; every day it had stays. Refusals: not-permitted, not-found, action-moved-on, impossible-dates. */
export async function moveAction(actor: SessionActor, { partnershipId, actionId, revision, dueOn, reason }: MoveActionInput, submission: Submission): Promise<Outcome<null>> {
  return change<null>(actor, "move-assessment-action", submission, async (tx) => {
    const forbidden = forbid(tx.me, "issue-assessments", { partnershipId });
    if (forbidden) return forbidden;
    const stored = await lockAction(tx, partnershipId, actionId);
    if (!stored) return refused("not-found");
    if (stored.status === "closed" || stored.revision !== revision) return refused("action-moved-on");
    if (dueOn === stored.dueOn) return refused("impossible-dates", "It is due on that day already");
    if (dueOn < tx.today) return refused("impossible-dates", "The new day must be today or later");
    await addToStory(tx, stored, { kind: "moved", text: reason, office: officeOf(tx.me, partnershipId, "issue-assessments"), onBehalf: false, moved: { before: stored.dueOn, after: dueOn } }, { dueOn });
    await appendToLedger(tx, { type: "assessment.action-moved", partnershipId, data: { actionId, from: stored.dueOn, to: dueOn } });
    return done(null);
  });
}
