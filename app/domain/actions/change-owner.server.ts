import { officeOf } from "#app/domain/access/office-of.server.ts";
import { appendToLedger } from "#app/domain/ledger/append-to-ledger.server.ts";
import type { Submission } from "#app/domain/shared/change.server.ts";
import { done, type Outcome, refused } from "#app/domain/shared/refusals.ts";
import type { SessionActor } from "#db/client.server.ts";

import { findOwner, type OwnerInput } from "./owners.server.ts";
import { addToStory, type StepInput, takeStep } from "./take-step.server.ts";
import { tellOwner } from "./tell.server.ts";

export interface OwnerChangeInput extends StepInput {
  owner: OwnerInput;
}

/**
 * Gives an action to another owner, with the reason. One that comes from a self-assessment stays its agency's; who does it
 * there may change. Refusals: as of every step, and stale (the post ended, or the agency was withdrawn), nothing-to-change,
 * stays-with-agency.
 */
export async function changeOwner(actor: SessionActor, input: OwnerChangeInput, submission: Submission): Promise<Outcome<null>> {
  const { partnershipId, text, owner: whose } = input;
  return takeStep(actor, input, submission, {
    command: "change-action-owner",
    permission: "record-actions",
    words: { "The reason": text, "Who does it": "words" in whose ? whose.words : null },
    from: ["open"],
    check: async (tx, action) => {
      const owner = await findOwner(tx, partnershipId, whose);
      if (!owner) return refused("stale");
      if (action.origin === "assessment" && owner.membershipId !== action.membershipId) return refused("stays-with-agency");
      return owner.owner === action.owner && owner.ownerPostId === action.ownerPostId && owner.membershipId === action.membershipId ? refused("nothing-to-change") : done(owner);
    },
    take: async (tx, action, { owner, ownerPostId, membershipId }) => {
      await appendToLedger(tx, { type: "action.owner-changed", partnershipId, data: { actionId: action.id, postId: ownerPostId, membershipId } });
      await addToStory(tx, action, { kind: "owner-changed", text, office: officeOf(tx.me, partnershipId, "record-actions"), ownerBefore: action.owner, ownerAfter: owner, ownerPostId, membershipId });
      await tellOwner(tx, { ...action, owner, ownerPostId, membershipId }, "recorded");
    },
  });
}
