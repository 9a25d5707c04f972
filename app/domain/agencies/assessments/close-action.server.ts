import { forbid } from "#app/domain/access/require.server.ts";
import { officeOf } from "#app/domain/access/office-of.server.ts";
import { appendToLedger } from "#app/domain/ledger/append-to-ledger.server.ts";
import { change, type Submission } from "#app/domain/shared/change.server.ts";
import { done, type Outcome, refused } from "#app/domain/shared/refusals.ts";
import type { SessionActor } from "#db/client.server.ts";

import { addToStory } from "./add-to-story.server.ts";
import { speaksFor } from "./answering.server.ts";
import { lockAction } from "./lock-return.server.ts";
import type { ActionNoteInput } from "./note-progress.server.ts";

/**
 * Closes an action that its agency proposed as done. It takes two: nobody closes what they proposed, nor anything of the
 * agency that they speak for. Refusals: not-permitted, not-found, own-agency, action-moved-on.
 */
export async function closeAction(actor: SessionActor, { partnershipId, actionId, revision, text }: ActionNoteInput, submission: Submission): Promise<Outcome<null>> {
  return change<null>(actor, "close-assessment-action", submission, async (tx) => {
    const forbidden = forbid(tx.me, "challenge-assessments", { partnershipId });
    if (forbidden) return forbidden;
    const stored = await lockAction(tx, partnershipId, actionId);
    if (!stored) return refused("not-found");
    if (stored.proposedBy === tx.me.personId || (await speaksFor(tx, stored.membershipId))) return refused("own-agency");
    if (stored.status !== "proposed" || stored.revision !== revision) return refused("action-moved-on");
    await addToStory(tx, stored, { kind: "closed", text, office: officeOf(tx.me, partnershipId, "challenge-assessments"), onBehalf: false }, { status: "closed", closedAt: tx.now, closedBy: tx.me.personId });
    await appendToLedger(tx, { type: "assessment.action-closed", partnershipId, data: { actionId } });
    return done(null);
  });
}
