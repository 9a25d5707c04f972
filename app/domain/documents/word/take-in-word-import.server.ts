import { and, eq, isNull } from "drizzle-orm";

import { forbid } from "#app/domain/access/require.server.ts";
import { appendToLedger } from "#app/domain/ledger/append-to-ledger.server.ts";
import { change, type Submission } from "#app/domain/shared/change.server.ts";
import { isUuid } from "#app/domain/shared/is-uuid.ts";
import { done, type Outcome, refused } from "#app/domain/shared/refusals.ts";
import type { SessionActor, SessionTx } from "#db/client.server.ts";
import { documents, sections, wordImports } from "#db/schema/index.ts";

import { type DraftRow, lockDraft } from "../lock-draft.server.ts";
import { mostSections } from "../rules.ts";
import { inEditionOrder } from "../save-section.server.ts";
import { insertDocument } from "../start-document.server.ts";
import type { DocumentKind } from "../vocabulary.ts";

export interface WordImportAddress {
  partnershipId: string;
  kind: DocumentKind;
  importId: string;
}

export interface TakeInInput extends WordImportAddress {
  /** The draft's revision when the page was opened; 0 when there was no draft. */
  revision: number;
  title: string;
  /** One for each section read, in the file's order; null leaves it out. */
  choices: readonly ({ title: string; item: string | null } | null)[];
}

/**
 * Makes the chosen sections of a Word file the draft. Sections that were there are removed, not lost: each can be put
 * back. The page for young people stays: no heading of a file is ever taken for one. Refusals: stale when the draft changed since the page was opened, unknown-item, nothing-to-change when it was
 * taken in or set aside before, too-many-sections, not-permitted, not-found.
 */
export async function takeInWordImport(actor: SessionActor, input: TakeInInput, submission: Submission): Promise<Outcome<{ sections: number; removed: number }>> {
  return change(actor, "take-in-word-import", submission, async (tx) => {
    const { partnershipId, kind } = input;
    const forbidden = forbid(tx.me, "edit-drafts", { partnershipId });
    if (forbidden) return forbidden;
    const found = await lockDraft(tx, partnershipId, kind);
    const kept = await lockImport(tx, input);
    if (!kept) return refused("not-found");
    if (!kept.reading) return refused("nothing-to-change");
    if ((found?.revision ?? 0) !== input.revision) return refused("stale");
    const draft = found ?? (await insertDocument(tx, partnershipId, kind));
    if (!draft) return refused("stale");

    const rows: { title: string; body: string; items: string[] }[] = [];
    for (const [index, choice] of input.choices.entries()) {
      const read = kept.reading.sections[index];
      if (!choice || !read) continue;
      const items = await inEditionOrder(tx, draft, choice.item ? [choice.item] : []);
      if (!items) return refused("unknown-item");
      rows.push({ title: choice.title, body: read.body, items });
    }
    if (rows.length > mostSections) return refused("too-many-sections");
    const removed = await removeAll(tx, draft);
    const by = { partnershipId, documentId: draft.id, savedAt: tx.now, savedBy: tx.me.personId };
    if (rows.length > 0) await tx.db.insert(sections).values(rows.map((row, position) => ({ ...row, ...by, position })));
    const revision = draft.revision + 1;
    await tx.db.update(documents).set({ title: input.title, revision, savedAt: tx.now }).where(eq(documents.id, draft.id));
    await tx.db.update(wordImports).set({ reading: null, closedAt: tx.now }).where(eq(wordImports.id, kept.id));
    await appendToLedger(tx, {
      type: "document.word-taken-in",
      partnershipId,
      data: { documentId: draft.id, fileSha256: kept.fileSha256, sections: rows.length, removed, revision },
    });
    return done({ sections: rows.length, removed });
  });
}

/** Sets a reading aside: its text goes, the draft stays as it is. Refusals: not-permitted, not-found, nothing-to-change. */
export async function setAsideWordImport(actor: SessionActor, input: WordImportAddress, submission: Submission): Promise<Outcome<{ fileName: string }>> {
  return change(actor, "set-aside-word-import", submission, async (tx) => {
    const forbidden = forbid(tx.me, "edit-drafts", { partnershipId: input.partnershipId });
    if (forbidden) return forbidden;
    const kept = await lockImport(tx, input);
    if (!kept) return refused("not-found");
    if (!kept.reading) return refused("nothing-to-change");
    await tx.db.update(wordImports).set({ reading: null, closedAt: tx.now }).where(eq(wordImports.id, kept.id));
    return done({ fileName: kept.fileName });
  });
}

async function lockImport(tx: SessionTx, { partnershipId, kind, importId }: WordImportAddress): Promise<typeof wordImports.$inferSelect | null> {
  if (!isUuid(importId)) return null;
  const [row] = await tx.db
    .select()
    .from(wordImports)
    .where(and(eq(wordImports.id, importId), eq(wordImports.partnershipId, partnershipId), eq(wordImports.kind, kind)))
    .for("update");
  return row ?? null;
}

async function removeAll(tx: SessionTx, draft: DraftRow): Promise<number> {
  const rows = await tx.db
    .select({ id: sections.id, revision: sections.revision })
    .from(sections)
    .where(and(eq(sections.documentId, draft.id), eq(sections.audience, "everyone"), isNull(sections.removedAt)))
    .for("update");
  for (const row of rows) {
    await tx.db.update(sections).set({ removedAt: tx.now, revision: row.revision + 1, savedAt: tx.now, savedBy: tx.me.personId }).where(eq(sections.id, row.id));
  }
  return rows.length;
}
