import { and, eq } from "drizzle-orm";

import { forbid } from "#app/domain/access/require.server.ts";
import { appendToLedger } from "#app/domain/ledger/append-to-ledger.server.ts";
import { change, type Submission } from "#app/domain/shared/change.server.ts";
import { done, type Outcome, refused } from "#app/domain/shared/refusals.ts";
import type { SessionActor } from "#db/client.server.ts";
import { declaredGaps } from "#db/schema/index.ts";

import { countChange, lockDraft } from "./lock-draft.server.ts";
import type { DocumentKind } from "./vocabulary.ts";

/** Takes back that an item is not covered. Refusals: nothing-to-change when it was not declared, not-permitted, not-found. */
export async function withdrawGap(
  actor: SessionActor,
  input: { partnershipId: string; kind: DocumentKind; itemId: string },
  submission: Submission,
): Promise<Outcome<{ itemId: string }>> {
  return change(actor, "withdraw-gap", submission, async (tx) => {
    const { partnershipId, itemId } = input;
    const forbidden = forbid(tx.me, "edit-drafts", { partnershipId });
    if (forbidden) return forbidden;
    const draft = await lockDraft(tx, partnershipId, input.kind);
    if (!draft) return refused("not-found");
    const withdrawn = await tx.db
      .delete(declaredGaps)
      .where(and(eq(declaredGaps.documentId, draft.id), eq(declaredGaps.itemId, itemId)))
      .returning({ itemId: declaredGaps.itemId });
    if (withdrawn.length === 0) return refused("nothing-to-change");
    await countChange(tx, draft);
    await appendToLedger(tx, { type: "gap.withdrawn", partnershipId, data: { documentId: draft.id, itemId } });
    return done({ itemId });
  });
}
