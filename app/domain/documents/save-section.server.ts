import { eq } from "drizzle-orm";

import { forbid } from "#app/domain/access/require.server.ts";
import { listGuidanceItems } from "#app/domain/guidance/queries.server.ts";
import { appendToLedger } from "#app/domain/ledger/append-to-ledger.server.ts";
import { change, type Submission } from "#app/domain/shared/change.server.ts";
import { done, type Outcome, refused } from "#app/domain/shared/refusals.ts";
import type { SessionActor, SessionTx } from "#db/client.server.ts";
import { sections } from "#db/schema/index.ts";

import { countChange, type DraftRow, listOrder, lockDraft, lockSection } from "./lock-draft.server.ts";
import { type DocumentKind, documentWords } from "./vocabulary.ts";

export interface SaveSectionInput {
  partnershipId: string;
  kind: DocumentKind;
  sectionId: string;
  /** The section's revision the person began from; a later one is refused as stale. */
  revision: number;
  title: string;
  /** Markdown, normalised. */
  body: string;
  /** Ids of the guidance items the section covers. */
  items: readonly string[];
  /** Puts a removed section back, at the end, with this text. */
  restore?: boolean;
}

/**
 * Saves a section. Every accepted save is kept as a revision; a save that began from an older one is refused and merges
 * nothing. What is already stored word for word is answered without a new revision.
 * The page for young people covers no item. Refusals: stale, section-removed, unknown-item, not-permitted, not-found.
 */
export async function saveSection(actor: SessionActor, input: SaveSectionInput, submission: Submission): Promise<Outcome<{ revision: number; changed: boolean }>> {
  return change<{ revision: number; changed: boolean }>(actor, "save-section", submission, async (tx) => {
    const { partnershipId, title, body } = input;
    const forbidden = forbid(tx.me, "edit-drafts", { partnershipId });
    if (forbidden) return forbidden;
    const draft = await lockDraft(tx, partnershipId, input.kind);
    const section = draft && (await lockSection(tx, draft, input.sectionId));
    if (!draft || !section) return refused("not-found");
    const items = await inEditionOrder(tx, draft, input.items);
    if (!items || (section.audience === "young-people" && items.length > 0)) return refused("unknown-item");
    const removed = section.removedAt !== null;
    if (removed && !input.restore) return refused("section-removed");
    const same = section.title === title && section.body === body && section.items.join(" ") === items.join(" ");
    if (same && !removed) return done({ revision: section.revision, changed: false });
    if (section.revision !== input.revision) return refused("stale");

    const revision = section.revision + 1;
    const position = removed && section.audience === "everyone" ? (await listOrder(tx, draft)).length : section.position;
    await tx.db
      .update(sections)
      .set({ title, body, items, revision, position, removedAt: null, savedAt: tx.now, savedBy: tx.me.personId })
      .where(eq(sections.id, section.id));
    await countChange(tx, draft);
    await appendToLedger(tx, { type: removed ? "section.restored" : "section.saved", partnershipId, data: { documentId: draft.id, sectionId: section.id, revision } });
    return done({ revision, changed: true });
  });
}

/** The items once each, in the edition's order; null when the edition does not know one of them. */
export async function inEditionOrder(tx: SessionTx, draft: DraftRow, items: readonly string[]): Promise<string[] | null> {
  const known = (await listGuidanceItems(tx, draft.editionId, documentWords(draft.kind).guidance)).map((item) => item.id);
  return items.every((item) => known.includes(item)) ? known.filter((id) => items.includes(id)) : null;
}
