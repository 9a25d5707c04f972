import { randomUUID } from "node:crypto";

import { forbid } from "#app/domain/access/require.server.ts";
import { appendToLedger } from "#app/domain/ledger/append-to-ledger.server.ts";
import { change, type Submission } from "#app/domain/shared/change.server.ts";
import { done, type Outcome, refused } from "#app/domain/shared/refusals.ts";
import type { SessionActor } from "#db/client.server.ts";
import { sections } from "#db/schema/index.ts";

import { countChange, listOrder, lockDraft, writeOrder } from "./lock-draft.server.ts";
import { mostSections } from "./rules.ts";
import { inEditionOrder } from "./save-section.server.ts";
import type { DocumentKind } from "./vocabulary.ts";

export interface AddSectionInput {
  partnershipId: string;
  kind: DocumentKind;
  title: string;
  /** Ids of the guidance items it will cover; none for the partnership's own. */
  items: readonly string[];
  /** The section it comes after; null puts it first. */
  after: string | null;
}

/**
 * Adds an empty section after another. One removed meanwhile is passed over: the new section then comes last.
 * Refusals: unknown-item, too-many-sections, not-permitted, not-found.
 */
export async function addSection(actor: SessionActor, input: AddSectionInput, submission: Submission): Promise<Outcome<{ sectionId: string }>> {
  return change(actor, "add-section", submission, async (tx) => {
    const { partnershipId, title, after } = input;
    const forbidden = forbid(tx.me, "edit-drafts", { partnershipId });
    if (forbidden) return forbidden;
    const draft = await lockDraft(tx, partnershipId, input.kind);
    if (!draft) return refused("not-found");
    const items = await inEditionOrder(tx, draft, input.items);
    if (!items) return refused("unknown-item");
    const order = await listOrder(tx, draft);
    if (order.length >= mostSections) return refused("too-many-sections");

    const found = order.findIndex((section) => section.id === after);
    const position = after === null ? 0 : found === -1 ? order.length : found + 1;
    const sectionId = randomUUID();
    await tx.db.insert(sections).values({ id: sectionId, partnershipId, documentId: draft.id, position, title, items, savedAt: tx.now, savedBy: tx.me.personId });
    await writeOrder(tx, order.toSpliced(position, 0, { id: sectionId, position }));
    await countChange(tx, draft);
    await appendToLedger(tx, { type: "section.added", partnershipId, data: { documentId: draft.id, sectionId, revision: 1 } });
    return done({ sectionId });
  });
}
