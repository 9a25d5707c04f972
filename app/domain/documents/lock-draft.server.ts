import { and, asc, eq, isNull } from "drizzle-orm";

import { isUuid } from "#app/domain/shared/is-uuid.ts";
import type { SessionTx } from "#db/client.server.ts";
import { documents, sections } from "#db/schema/index.ts";

import type { DocumentKind } from "./vocabulary.ts";

export type DraftRow = typeof documents.$inferSelect;
export type SectionRow = typeof sections.$inferSelect;

/** Locks a draft, so that everybody who would change it, or freeze it, does so one after the other. */
export async function lockDraft(tx: SessionTx, partnershipId: string, kind: DocumentKind): Promise<DraftRow | null> {
  const [draft] = await tx.db
    .select()
    .from(documents)
    .where(and(eq(documents.partnershipId, partnershipId), eq(documents.kind, kind)))
    .for("update");
  return draft ?? null;
}

/** Locks one section of a locked draft, removed or not. */
export async function lockSection(tx: SessionTx, draft: DraftRow, sectionId: string): Promise<SectionRow | null> {
  if (!isUuid(sectionId)) return null;
  const [section] = await tx.db
    .select()
    .from(sections)
    .where(and(eq(sections.id, sectionId), eq(sections.documentId, draft.id)))
    .for("update");
  return section ?? null;
}

/** Counts one more accepted change of the draft, so that a freeze of what was seen before is refused as stale. */
export async function countChange(tx: SessionTx, draft: DraftRow): Promise<number> {
  const revision = draft.revision + 1;
  await tx.db.update(documents).set({ revision, savedAt: tx.now }).where(eq(documents.id, draft.id));
  return revision;
}

/** The ids of a draft's sections in their order. The page for young people has no place among them. */
export async function listOrder(tx: SessionTx, draft: DraftRow): Promise<{ id: string; position: number }[]> {
  return tx.db
    .select({ id: sections.id, position: sections.position })
    .from(sections)
    .where(and(eq(sections.documentId, draft.id), eq(sections.audience, "everyone"), isNull(sections.removedAt)))
    .orderBy(asc(sections.position), asc(sections.id));
}

/** Numbers the sections 0, 1, 2 … in the order given, touching only those that move. */
export async function writeOrder(tx: SessionTx, ordered: readonly { id: string; position: number }[]): Promise<void> {
  for (const [position, section] of ordered.entries()) {
    if (section.position !== position) await tx.db.update(sections).set({ position }).where(eq(sections.id, section.id));
  }
}
