import { and, eq } from "drizzle-orm";

import { forbid } from "#app/domain/access/require.server.ts";
import { appendToLedger } from "#app/domain/ledger/append-to-ledger.server.ts";
import { change, type Submission } from "#app/domain/shared/change.server.ts";
import { done, type Outcome, refused } from "#app/domain/shared/refusals.ts";
import type { SessionActor } from "#db/client.server.ts";
import { detectorOverrides } from "#db/schema/index.ts";

import { countChange, lockDraft } from "./lock-draft.server.ts";
import { isConfirmed } from "./rules.ts";
import type { DocumentKind } from "./vocabulary.ts";

/**
 * Confirms, as a second person, that an identifier may stand. From then on it is a warning that needs a reason at freeze.
 * Refusals: second-person-needed, identity-not-confirmed, nothing-to-change, not-permitted, not-found.
 */
export async function confirmOverride(
  actor: SessionActor,
  input: { partnershipId: string; kind: DocumentKind; fingerprint: string },
  submission: Submission,
): Promise<Outcome<{ fingerprint: string }>> {
  return change(actor, "confirm-override", submission, async (tx) => {
    const { partnershipId, fingerprint } = input;
    const forbidden = forbid(tx.me, "override-detector", { partnershipId });
    if (forbidden) return forbidden;
    const draft = await lockDraft(tx, partnershipId, input.kind);
    if (!draft) return refused("not-found");
    const theOverride = and(eq(detectorOverrides.documentId, draft.id), eq(detectorOverrides.fingerprint, fingerprint));
    const [proposed] = await tx.db.select().from(detectorOverrides).where(theOverride).for("update");
    if (!proposed) return refused("not-found");
    if (proposed.confirmedBy) return refused("nothing-to-change");
    if (proposed.proposedBy === tx.me.personId) return refused("second-person-needed");
    if (!isConfirmed(tx.me.confirmedAt, tx.now)) return refused("identity-not-confirmed");
    await tx.db.update(detectorOverrides).set({ confirmedAt: tx.now, confirmedBy: tx.me.personId }).where(theOverride);
    await countChange(tx, draft);
    await appendToLedger(tx, { type: "detector.override-confirmed", partnershipId, data: { documentId: draft.id, fingerprint } });
    return done({ fingerprint });
  });
}
