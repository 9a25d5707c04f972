import { isMember } from "#app/domain/access/rules.ts";
import { appendToLedger } from "#app/domain/ledger/append-to-ledger.server.ts";
import { change, type Submission } from "#app/domain/shared/change.server.ts";
import { done, type Outcome, refused } from "#app/domain/shared/refusals.ts";
import type { SessionActor } from "#db/client.server.ts";

import { addToStory } from "./add-to-story.server.ts";
import { answeringFor } from "./answering.server.ts";
import { lockAction } from "./lock-return.server.ts";

export interface ActionNoteInput {
  partnershipId: string;
  actionId: string;
  /** The revision of the action that the person saw. */
  revision: number;
  text: string;
}

/** An agency says how far an action is. Refusals: not-permitted, not-found, agency-answers-itself, action-moved-on. */
export async function noteProgress(actor: SessionActor, { partnershipId, actionId, revision, text }: ActionNoteInput, submission: Submission): Promise<Outcome<null>> {
  return change<null>(actor, "note-assessment-progress", submission, async (tx) => {
    if (!isMember(tx.me, partnershipId)) return refused("not-found");
    const stored = await lockAction(tx, partnershipId, actionId);
    if (!stored) return refused("not-found");
    const answering = await answeringFor(tx, partnershipId, stored.membershipId);
    if (!answering.ok) return answering;
    if (stored.status !== "open" || stored.revision !== revision) return refused("action-moved-on");
    await addToStory(tx, stored, { kind: "progress", text, ...answering.value }, {});
    await appendToLedger(tx, { type: "assessment.action-progressed", partnershipId, data: { actionId } });
    return done(null);
  });
}
