import { and, asc, eq, isNull } from "drizzle-orm";

import { forbid } from "#app/domain/access/require.server.ts";
import { listGuidanceItems } from "#app/domain/guidance/queries.server.ts";
import { coverage } from "#app/domain/guidance/rules.ts";
import { appendToLedger } from "#app/domain/ledger/append-to-ledger.server.ts";
import { change, type Submission } from "#app/domain/shared/change.server.ts";
import { done, type Outcome, refused } from "#app/domain/shared/refusals.ts";
import type { SessionActor, SessionTx } from "#db/client.server.ts";
import { declaredGaps, sections } from "#db/schema/index.ts";

import { countChange, type DraftRow, lockDraft } from "./lock-draft.server.ts";
import { type DocumentKind, documentWords } from "./vocabulary.ts";

export interface DeclareGapInput {
  partnershipId: string;
  kind: DocumentKind;
  itemId: string;
  /** Published with the document: 5 to 1,000 characters, normalised. */
  reason: string;
}

/**
 * Declares that a `should` item is not covered, and why; declaring it again changes the reason.
 * Refusals: must-items-cannot-be-gaps, item-covered, not-permitted, not-found.
 */
export async function declareGap(actor: SessionActor, input: DeclareGapInput, submission: Submission): Promise<Outcome<{ title: string }>> {
  return change(actor, "declare-gap", submission, async (tx) => {
    const { partnershipId, itemId, reason } = input;
    const forbidden = forbid(tx.me, "edit-drafts", { partnershipId });
    if (forbidden) return forbidden;
    const draft = await lockDraft(tx, partnershipId, input.kind);
    const item = draft && (await listGuidanceItems(tx, draft.editionId, documentWords(draft.kind).guidance)).find((each) => each.id === itemId);
    if (!draft || !item) return refused("not-found");
    if (item.strength === "must") return refused("must-items-cannot-be-gaps");
    const [row] = coverage([item], await listTexts(tx, draft), []);
    if (row && row.sections.length > 0) return refused("item-covered", `Section ${row.sections.join(" and ")} covers “${item.title}”.`);
    const declared = { documentId: draft.id, partnershipId, itemId, reason, declaredAt: tx.now, declaredBy: tx.me.personId };
    await tx.db
      .insert(declaredGaps)
      .values(declared)
      .onConflictDoUpdate({ target: [declaredGaps.documentId, declaredGaps.itemId], set: declared });
    await countChange(tx, draft);
    await appendToLedger(tx, { type: "gap.declared", partnershipId, data: { documentId: draft.id, itemId } });
    return done({ title: item.title });
  });
}

async function listTexts(tx: SessionTx, draft: DraftRow): Promise<{ body: string; items: string[] }[]> {
  return tx.db
    .select({ body: sections.body, items: sections.items })
    .from(sections)
    .where(and(eq(sections.documentId, draft.id), isNull(sections.removedAt)))
    .orderBy(asc(sections.audience), asc(sections.position), asc(sections.id));
}
