import { forbid } from "#app/domain/access/require.server.ts";
import { appendToLedger } from "#app/domain/ledger/append-to-ledger.server.ts";
import { change, type Submission } from "#app/domain/shared/change.server.ts";
import { done, type Outcome, refused } from "#app/domain/shared/refusals.ts";
import type { SessionActor } from "#db/client.server.ts";
import { detectorOverrides } from "#db/schema/index.ts";

import { checkText } from "./check-readiness.server.ts";
import { findDraft } from "./draft.server.ts";
import { listOverrides } from "./freeze-version.server.ts";
import { lockDraft } from "./lock-draft.server.ts";
import { isConfirmed } from "./rules.ts";
import type { DocumentKind } from "./vocabulary.ts";

export interface ProposeOverrideInput {
  partnershipId: string;
  kind: DocumentKind;
  fingerprint: string;
  /** 5 to 1,000 characters, normalised. */
  reason: string;
}

/**
 * Proposes to let through a certain identifier that stands in the draft now. It goes on blocking until somebody else
 * confirms. Needs an identity confirmed within five minutes.
 * Refusals: identity-not-confirmed, nothing-to-change when proposed before, not-permitted, not-found.
 */
export async function proposeOverride(actor: SessionActor, input: ProposeOverrideInput, submission: Submission): Promise<Outcome<{ fingerprint: string }>> {
  return change(actor, "propose-override", submission, async (tx) => {
    const { partnershipId, fingerprint, reason } = input;
    const forbidden = forbid(tx.me, "override-detector", { partnershipId });
    if (forbidden) return forbidden;
    const locked = await lockDraft(tx, partnershipId, input.kind);
    const draft = locked && (await findDraft(tx, partnershipId, input.kind));
    if (!draft) return refused("not-found");
    if (!isConfirmed(tx.me.confirmedAt, tx.now)) return refused("identity-not-confirmed");
    const found = checkText(draft, await listOverrides(tx, draft.document.id)).errors.find((line) => line.identifier?.fingerprint === fingerprint);
    if (!found?.identifier) return refused("not-found");
    const proposed = await tx.db
      .insert(detectorOverrides)
      .values({ documentId: draft.document.id, partnershipId, fingerprint, kind: found.identifier.kind, reason, proposedAt: tx.now, proposedBy: tx.me.personId })
      .onConflictDoNothing()
      .returning({ fingerprint: detectorOverrides.fingerprint });
    if (proposed.length === 0) return refused("nothing-to-change");
    await appendToLedger(tx, { type: "detector.override-proposed", partnershipId, data: { documentId: draft.document.id, fingerprint } });
    return done({ fingerprint });
  });
}
