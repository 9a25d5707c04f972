import { and, eq } from "drizzle-orm";

import { appendToLedger } from "#app/domain/ledger/append-to-ledger.server.ts";
import { change, type Submission } from "#app/domain/shared/change.server.ts";
import { done, type Outcome, refused } from "#app/domain/shared/refusals.ts";
import type { SessionActor } from "#db/client.server.ts";
import { agencyChanges } from "#db/schema/index.ts";

import type { PartialValues } from "./change-view.ts";
import { requireRepresented } from "./represented.server.ts";
import { differences } from "./rules.ts";
import { membershipParts } from "./vocabulary.ts";

export interface ProposeChangeInput {
  partnershipId: string;
  membershipId: string;
  /** The revision of the record that the form showed. */
  revision: number;
  /** The parts as they should read; what is left out stays. */
  after: PartialValues;
  note: string | null;
}

/**
 * Proposes a change of what is recorded of an agency, by the post of whoever speaks for it: somebody in office decides. One
 * that waits already is replaced. Refusals: not-permitted, not-found, stale, nothing-to-change.
 */
export async function proposeChange(actor: SessionActor, input: ProposeChangeInput, submission: Submission): Promise<Outcome<{ changeId: string }>> {
  return change(actor, "propose-agency-change", submission, async (tx) => {
    const { partnershipId, membershipId, note } = input;
    const own = await requireRepresented(tx, input);
    if (!own.ok) return own;
    const { membership, values, ours, postId } = own.value;
    if (membership.revision !== input.revision || membership.status === "withdrawn") return refused("stale");
    // Name and numbers of a body that another partnership keeps are not for this one to decide.
    const { parts, before, after } = differences(values, ours ? input.after : Object.fromEntries(membershipParts.map((part) => [part, input.after[part]])));
    if (parts.length === 0) return refused("nothing-to-change");
    await tx.db
      .update(agencyChanges)
      .set({ status: "replaced", decidedAt: tx.now, decidedBy: tx.me.personId })
      .where(and(eq(agencyChanges.membershipId, membershipId), eq(agencyChanges.status, "open")));
    const [made] = await tx.db.insert(agencyChanges).values({ partnershipId, membershipId, before, after, note, postId, proposedAt: tx.now, proposedBy: tx.me.personId }).returning({ id: agencyChanges.id });
    if (!made) throw new Error("the change was not written");
    await appendToLedger(tx, { type: "agency.change-proposed", partnershipId, data: { membershipId, changeId: made.id, parts } });
    return done({ changeId: made.id });
  });
}
