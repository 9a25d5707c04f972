import { and, eq, inArray, isNull } from "drizzle-orm";

import { forbid } from "#app/domain/access/require.server.ts";
import { documentWords } from "#app/domain/documents/vocabulary.ts";
import { appendToLedger } from "#app/domain/ledger/append-to-ledger.server.ts";
import { findPartnershipRecord } from "#app/domain/partnerships/directory.server.ts";
import { publishDirectory } from "#app/domain/publication/publish-directory.server.ts";
import { change, type Submission } from "#app/domain/shared/change.server.ts";
import { done, type Outcome, refused } from "#app/domain/shared/refusals.ts";
import type { SessionActor, SessionTx } from "#db/client.server.ts";
import { documents, guidanceAdoptions, guidanceEditions, sections } from "#db/schema/index.ts";

import { listGuidanceItems } from "./queries.server.ts";
import { isNewer } from "./rules.ts";

export interface AdoptEditionInput {
  partnershipId: string;
  editionId: string;
  /** The edition worked under when the page was opened. */
  from: string;
}

/**
 * Moves a partnership to a newer edition from today. Its drafts follow: a section keeps the items that the new edition
 * has, and every text stays. Frozen and published versions keep the edition they were made under.
 * Refusals: stale when the partnership moved meanwhile, not-a-newer-edition, not-permitted, not-found.
 */
export async function adoptEdition(actor: SessionActor, input: AdoptEditionInput, submission: Submission): Promise<Outcome<{ title: string; drafts: number }>> {
  return change(actor, "adopt-edition", submission, async (tx) => {
    const { partnershipId, editionId } = input;
    const forbidden = forbid(tx.me, "adopt-edition", { partnershipId });
    if (forbidden) return forbidden;
    const drafts = await tx.db.select().from(documents).where(eq(documents.partnershipId, partnershipId)).orderBy(documents.id).for("update");
    const record = await findPartnershipRecord(tx, partnershipId);
    if (!record) return refused("not-found");
    if (record.edition.id !== input.from) return refused("stale");
    const editions = await tx.db.select({ id: guidanceEditions.id, title: guidanceEditions.title, replaces: guidanceEditions.replaces }).from(guidanceEditions);
    const edition = editions.find((each) => each.id === editionId);
    if (!edition || !isNewer(editions, editionId, record.edition.id)) return refused("not-a-newer-edition");

    await tx.db.insert(guidanceAdoptions).values({ partnershipId, editionId, adoptedOn: tx.today });
    for (const draft of drafts) {
      await tx.db.update(documents).set({ editionId, revision: draft.revision + 1, savedAt: tx.now }).where(eq(documents.id, draft.id));
      await keepKnownItems(tx, draft, editionId);
    }
    await appendToLedger(tx, { type: "edition.adopted", partnershipId, data: { editionId, from: record.edition.id, drafts: drafts.map((draft) => draft.id) } });
    await publishDirectory(tx, partnershipId);
    return done({ title: edition.title, drafts: drafts.length });
  });
}

async function keepKnownItems(tx: SessionTx, draft: typeof documents.$inferSelect, editionId: string): Promise<void> {
  const known = new Set((await listGuidanceItems(tx, editionId, documentWords(draft.kind).guidance)).map((item) => item.id));
  const rows = await tx.db.select().from(sections).where(and(eq(sections.documentId, draft.id), isNull(sections.removedAt)));
  const losing = rows.filter((section) => section.items.some((id) => !known.has(id)));
  if (losing.length === 0) return;
  await tx.db.select({ id: sections.id }).from(sections).where(inArray(sections.id, losing.map((section) => section.id))).for("update");
  for (const section of losing) {
    const items = section.items.filter((id) => known.has(id));
    await tx.db.update(sections).set({ items, revision: section.revision + 1, savedAt: tx.now, savedBy: tx.me.personId }).where(eq(sections.id, section.id));
  }
}
