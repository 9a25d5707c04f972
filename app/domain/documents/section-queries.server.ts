import { and, eq } from "drizzle-orm";

import { isUuid } from "#app/domain/shared/is-uuid.ts";
import { as, type SessionActor, type SessionTx } from "#db/client.server.ts";
import { sections } from "#db/schema/index.ts";

import { partnershipRecords } from "./build-content.server.ts";
import { compareLine, compareTexts } from "./compare-texts.server.ts";
import type { Draft } from "./draft.ts";
import { readDraft, readNames, readReadiness } from "./draft-queries.server.ts";
import type { SectionConflict, SectionEditing, SectionPreview } from "./drafting-view.ts";
import type { SectionRow } from "./lock-draft.server.ts";
import type { Readiness, ReadinessLine } from "./readiness.ts";
import { parseMarkdown } from "./text/parse-markdown.server.ts";
import { renderBlocks } from "./text/render-html.server.ts";
import { resolveTokens } from "./text/resolve-tokens.server.ts";
import { countWords } from "./text/word-count.ts";
import type { DocumentKind } from "./vocabulary.ts";

interface Found {
  draft: Draft;
  row: SectionRow;
  readiness: Readiness;
  savedBy: string | null;
}

async function readSection(tx: SessionTx, partnershipId: string, kind: DocumentKind, sectionId: string): Promise<Found | null> {
  const draft = isUuid(sectionId) ? await readDraft(tx, partnershipId, kind) : null;
  if (!draft) return null;
  const [row] = await tx.db.select().from(sections).where(and(eq(sections.id, sectionId), eq(sections.documentId, draft.document.id)));
  if (!row) return null;
  const names = await readNames(tx, [row.savedBy]);
  // Only this section's own lines are asked for; checking the others' text takes a hundred times as long.
  const alone = { ...draft, sections: draft.sections.filter((section) => section.id === sectionId) };
  return { draft, row, readiness: await readReadiness(tx, alone), savedBy: names(row.savedBy) };
}

/** One section with the guidance beside it, removed or not; null when there is none for the actor. */
export async function findSection(actor: SessionActor, partnershipId: string, kind: DocumentKind, sectionId: string): Promise<SectionEditing | null> {
  return as(actor, async (tx) => {
    const found = await readSection(tx, partnershipId, kind, sectionId);
    if (!found) return null;
    const { draft, row, readiness, savedBy } = found;
    const others = draft.sections.filter((section) => section.id !== sectionId);
    return {
      id: row.id,
      ofBudget: draft.budget !== null,
      audience: row.audience,
      number: draft.sections.findIndex((section) => section.id === sectionId) + 1,
      title: row.title,
      body: row.body,
      items: row.items,
      revision: row.revision,
      savedAt: row.savedAt,
      savedBy,
      removed: row.removedAt !== null,
      guidance: draft.items,
      elsewhere: Object.fromEntries(draft.items.map((item) => [item.id, others.filter((section) => section.items.includes(item.id)).map((section) => section.title)])),
      lines: linesOf(readiness, sectionId),
    };
  });
}

/** One section as it will read; null when there is none for the actor or it was removed. */
export async function findPreview(actor: SessionActor, partnershipId: string, kind: DocumentKind, sectionId: string): Promise<SectionPreview | null> {
  return as(actor, async (tx) => {
    const found = await readSection(tx, partnershipId, kind, sectionId);
    if (!found || found.row.removedAt) return null;
    const { draft, row, readiness } = found;
    const at = draft.sections.findIndex((section) => section.id === sectionId);
    const markdown = resolveTokens(row.body, partnershipRecords(draft)).markdown.trim();
    return {
      id: row.id,
      audience: row.audience,
      number: at + 1,
      title: row.title,
      html: renderBlocks(parseMarkdown(markdown).blocks, { headingOffset: 0, idPrefix: `section-${String(at + 1)}` }),
      words: countWords(markdown),
      empty: row.body.trim() === "",
      items: draft.items.filter((item) => row.items.includes(item.id)).map((item) => item.title),
      lines: linesOf(readiness, sectionId).filter((line) => !line.code.startsWith("empty:")),
      previous: neighbour(draft, at - 1),
      next: neighbour(draft, at + 1),
    };
  });
}

function neighbour(draft: Draft, at: number): { id: string; title: string } | null {
  const section = draft.sections[at];
  return section ? { id: section.id, title: section.title } : null;
}

function linesOf({ errors, warnings }: Readiness, sectionId: string): ReadinessLine[] {
  return [...errors, ...warnings].filter((line) => line.place.kind === "section" && line.place.sectionId === sectionId);
}

/** What is stored of a section beside what a person typed, with the words that differ. */
export async function findConflict(
  actor: SessionActor,
  section: { partnershipId: string; kind: DocumentKind; sectionId: string },
  mine: { title: string; body: string; items: readonly string[] },
): Promise<SectionConflict | null> {
  return as(actor, async (tx) => {
    const found = await readSection(tx, section.partnershipId, section.kind, section.sectionId);
    if (!found) return null;
    const { row, draft, savedBy } = found;
    const titles = (ids: readonly string[]) => draft.items.filter((item) => ids.includes(item.id)).map((item) => item.title);
    return {
      theirs: { title: row.title, body: row.body, items: titles(row.items), revision: row.revision, savedAt: row.savedAt, savedBy, removed: row.removedAt !== null },
      title: row.title === mine.title ? null : compareLine(row.title, mine.title),
      body: compareTexts(row.body, mine.body),
      items: {
        theirs: titles(row.items.filter((item) => !mine.items.includes(item))),
        mine: titles(mine.items.filter((item) => !row.items.includes(item))),
      },
    };
  });
}
