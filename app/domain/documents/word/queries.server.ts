import { and, desc, eq, isNull } from "drizzle-orm";

import { listGuidanceItems } from "#app/domain/guidance/queries.server.ts";
import { findDirectory } from "#app/domain/partnerships/directory.server.ts";
import { isUuid } from "#app/domain/shared/is-uuid.ts";
import { as, type SessionActor } from "#db/client.server.ts";
import { documents, people, sections, wordImports } from "#db/schema/index.ts";

import { type DocumentKind, documentWords } from "../vocabulary.ts";
import { matchItem } from "./match-items.ts";
import type { WordReview } from "./review.ts";

/** A reading still to be looked through, or null when there is none or it was dealt with. */
export async function findWordReview(actor: SessionActor, partnershipId: string, kind: DocumentKind, importId: string): Promise<WordReview | null> {
  if (!isUuid(importId)) return null;
  return as(actor, async (tx) => {
    const [row] = await tx.db
      .select({ kept: wordImports, readBy: people.name })
      .from(wordImports)
      .innerJoin(people, eq(people.id, wordImports.readBy))
      .where(and(eq(wordImports.id, importId), eq(wordImports.partnershipId, partnershipId), eq(wordImports.kind, kind), isNull(wordImports.closedAt)));
    if (!row?.kept.reading) return null;
    const [draft] = await tx.db.select().from(documents).where(and(eq(documents.partnershipId, partnershipId), eq(documents.kind, kind)));
    const edition = draft?.editionId ?? (await findDirectory(tx, partnershipId))?.edition.id ?? "";
    const items = await listGuidanceItems(tx, edition, documentWords(kind).guidance);
    const present = draft ? await tx.db.select({ body: sections.body }).from(sections).where(and(eq(sections.documentId, draft.id), eq(sections.audience, "everyone"), isNull(sections.removedAt))) : [];
    const { reading } = row.kept;
    return {
      id: row.kept.id,
      fileName: row.kept.fileName,
      readAt: row.kept.readAt,
      readBy: row.readBy,
      title: reading.title ?? draft?.title ?? documentWords(kind).firstTitle,
      sections: reading.sections.map(({ title, words, body }) => ({ title, words, start: startOf(body), item: matchItem(title, items) })),
      losses: reading.losses,
      items: items.map(({ id, title, strength, inForce }) => ({ id, title, strength, inForce })),
      revision: draft?.revision ?? 0,
      written: present.filter((section) => section.body.trim() !== "").length,
    };
  });
}

/** Readings of this document that nobody has dealt with yet, newest first. */
export async function listOpenWordImports(actor: SessionActor, partnershipId: string, kind: DocumentKind): Promise<{ id: string; fileName: string; readAt: Date; readBy: string }[]> {
  return as(actor, async (tx) =>
    tx.db
      .select({ id: wordImports.id, fileName: wordImports.fileName, readAt: wordImports.readAt, readBy: people.name })
      .from(wordImports)
      .innerJoin(people, eq(people.id, wordImports.readBy))
      .where(and(eq(wordImports.partnershipId, partnershipId), eq(wordImports.kind, kind), isNull(wordImports.closedAt)))
      .orderBy(desc(wordImports.readAt)),
  );
}

/** The first words of a section, without its markup. */
function startOf(body: string): string {
  const words = body.replace(/\\(.)/g, "$1").replace(/[#*|]|---/g, " ").replace(/\s+/g, " ").trim();
  return words.length > 140 ? `${words.slice(0, 139).trimEnd()}…` : words;
}
