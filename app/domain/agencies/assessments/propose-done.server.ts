import { isMember } from "#app/domain/access/rules.ts";
import { appendToLedger } from "#app/domain/ledger/append-to-ledger.server.ts";
import { change, type Submission } from "#app/domain/shared/change.server.ts";
import { done, type Outcome, refused } from "#app/domain/shared/refusals.ts";
import type { SessionActor } from "#db/client.server.ts";

import { addToStory } from "./add-to-story.server.ts";
import { answeringFor } from "./answering.server.ts";
import { lockAction } from "./lock-return.server.ts";
import type { ActionNoteInput } from "./note-progress.server.ts";

/** An agency says that an action is done, with the evidence; somebody else closes it. Refusals: not-permitted, not-found, agency-answers-itself, action-moved-on. */
export async function proposeDone(actor: SessionActor, { partnershipId, actionId, revision, text }: ActionNoteInput, submission: Submission): Promise<Outcome<null>> {
  return change<null>(actor, "propose-assessment-action-done", submission, async (tx) => {
    if (!isMember(tx.me, partnershipId)) return refused("not-found");
    const stored = await lockAction(tx, partnershipId, actionId);
    if (!stored) return refused("not-found");
    const answering = await answeringFor(tx, partnershipId, stored.membershipId);
    if (!answering.ok) return answering;
    if (stored.status !== "open" || stored.revision !== revision) return refused("action-moved-on");
    await addToStory(tx, stored, { kind: "proposed", text, ...answering.value }, { status: "proposed", proposedBy: tx.me.personId });
    await appendToLedger(tx, { type: "assessment.action-proposed", partnershipId, data: { actionId } });
    return done(null);
  });
}
