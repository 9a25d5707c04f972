import { officeOf } from "#app/domain/access/office-of.server.ts";
import { forbid } from "#app/domain/access/require.server.ts";
import { refuseWords } from "#app/domain/documents/identifiers/refuse-words.server.ts";
import { change, type Submission } from "#app/domain/shared/change.server.ts";
import { done, type Outcome, refused } from "#app/domain/shared/refusals.ts";
import type { SessionActor } from "#db/client.server.ts";

import { actionWords } from "./forms.server.ts";
import { findOriginTitle } from "./origin-tables.server.ts";
import { type ActionOrigin, origins } from "./origins.ts";
import { findOwner, type OwnerInput } from "./owners.server.ts";
import { tellOwner } from "./tell.server.ts";
import { writeAction } from "./write-action.server.ts";

export interface RecordActionInput {
  partnershipId: string;
  origin: ActionOrigin;
  what: string;
  owner: OwnerInput;
  dueOn: string;
  looked: readonly string[];
}

/**
 * Records an action, by itself or of what it comes from, and tells whoever it belongs to. Refusals: not-permitted, not-found
 * (nothing there to come from), impossible-dates, stale (the post ended, or the agency was withdrawn), identifier-in-words,
 * words-not-looked-at.
 */
export async function recordAction(actor: SessionActor, { partnershipId, origin, what, owner: whose, dueOn, looked }: RecordActionInput, submission: Submission): Promise<Outcome<{ actionId: string }>> {
  return change(actor, "record-action", submission, async (tx) => {
    const forbidden = forbid(tx.me, "record-actions", { partnershipId });
    if (forbidden) return forbidden;
    if (!origins[origin.kind].recordable) return refused("not-found");
    if (origin.kind !== "own" && (await findOriginTitle(tx, partnershipId, origin)) === null) return refused("not-found");
    const unfit = refuseWords(actionWords({ what, owner: "words" in whose ? whose.words : null }), looked);
    if (unfit) return unfit;
    if (dueOn < tx.today) return refused("impossible-dates", "The day must be today or later");
    const owner = await findOwner(tx, partnershipId, whose);
    if (!owner) return refused("stale");
    const actionId = await writeAction(tx, { partnershipId, origin, what, ...owner, dueOn, office: officeOf(tx.me, partnershipId, "record-actions") });
    await tellOwner(tx, { id: actionId, partnershipId, origin: origin.kind, dueOn, ...owner }, "recorded");
    return done({ actionId });
  });
}
