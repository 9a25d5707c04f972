import { forbid } from "#app/domain/access/require.server.ts";
import { budgetSections } from "#app/domain/funding/budget-sections.ts";
import { isYearOpen } from "#app/domain/funding/queries.server.ts";
import { listGuidanceItems } from "#app/domain/guidance/queries.server.ts";
import { appendToLedger } from "#app/domain/ledger/append-to-ledger.server.ts";
import { findDirectory } from "#app/domain/partnerships/directory.server.ts";
import { change, type Submission } from "#app/domain/shared/change.server.ts";
import { done, type Outcome, refused } from "#app/domain/shared/refusals.ts";
import type { SessionActor, SessionTx } from "#db/client.server.ts";
import { documents, sections } from "#db/schema/index.ts";

import type { DraftRow } from "./lock-draft.server.ts";
import { budgetYear, type DocumentKind, documentWords } from "./vocabulary.ts";

/**
 * Starts the draft of a document under the edition the partnership works under: one empty section for each item the
 * edition asks for, in the edition's order. A budget needs its financial year open. Refusals: already-started,
 * not-permitted, not-found.
 */
export async function startDocument(
  actor: SessionActor,
  input: { partnershipId: string; kind: DocumentKind },
  submission: Submission,
): Promise<Outcome<{ documentId: string; sections: number }>> {
  return change(actor, "start-document", submission, async (tx) => {
    const { partnershipId, kind } = input;
    const forbidden = forbid(tx.me, "edit-drafts", { partnershipId });
    if (forbidden) return forbidden;
    const year = budgetYear(kind);
    if (year && !(await isYearOpen(tx, partnershipId, year))) return refused("not-found");
    const document = await insertDocument(tx, partnershipId, kind);
    if (!document) return refused("already-started");
    const { id: documentId, editionId } = document;
    const first = await firstSections(tx, kind, editionId);
    if (first.length > 0) {
      await tx.db.insert(sections).values(first.map((section, position) => ({ ...section, partnershipId, documentId, position, savedAt: tx.now, savedBy: tx.me.personId })));
    }
    await appendToLedger(tx, { type: "document.started", partnershipId, data: { documentId, kind, editionId, sections: first.length } });
    return done({ documentId, sections: first.length });
  });
}

/** A budget begins with the parts that are filled from its year's records, any other document with what its edition asks for. */
async function firstSections(tx: SessionTx, kind: DocumentKind, editionId: string): Promise<{ title: string; body?: string; items?: string[] }[]> {
  if (budgetYear(kind)) return budgetSections;
  const items = await listGuidanceItems(tx, editionId, documentWords(kind).guidance);
  return items.map((item) => ({ title: item.title, items: [item.id] }));
}

/** A new draft without sections, under the edition the partnership works under; null when there is a draft already. */
export async function insertDocument(tx: SessionTx, partnershipId: string, kind: DocumentKind): Promise<DraftRow | null> {
  const directory = await findDirectory(tx, partnershipId);
  if (!directory) return null;
  const [document] = await tx.db
    .insert(documents)
    .values({ partnershipId, kind, title: documentWords(kind).firstTitle, editionId: directory.edition.id, startedAt: tx.now, startedBy: tx.me.personId, savedAt: tx.now })
    .onConflictDoNothing()
    .returning();
  return document ?? null;
}
