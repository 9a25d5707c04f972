import { forbid } from "#app/domain/access/require.server.ts";
import { appendToLedger } from "#app/domain/ledger/append-to-ledger.server.ts";
import { change, type Submission } from "#app/domain/shared/change.server.ts";
import { done, type Outcome, refused } from "#app/domain/shared/refusals.ts";
import type { SessionActor } from "#db/client.server.ts";

import { countChange, listOrder, lockDraft, lockSection, writeOrder } from "./lock-draft.server.ts";
import { type Direction, moved } from "./rules.ts";
import type { DocumentKind } from "./vocabulary.ts";

/**
 * Moves a section one place up or down. Answers its title, its number from 1 and how many there are.
 * Refusals: nothing-to-change at either end or for the page for young people, which has no place among them, section-removed, not-permitted, not-found.
 */
export async function moveSection(
  actor: SessionActor,
  input: { partnershipId: string; kind: DocumentKind; sectionId: string; direction: Direction },
  submission: Submission,
): Promise<Outcome<{ title: string; number: number; of: number }>> {
  return change(actor, "move-section", submission, async (tx) => {
    const { partnershipId, sectionId, direction } = input;
    const forbidden = forbid(tx.me, "edit-drafts", { partnershipId });
    if (forbidden) return forbidden;
    const draft = await lockDraft(tx, partnershipId, input.kind);
    const section = draft && (await lockSection(tx, draft, sectionId));
    if (!draft || !section) return refused("not-found");
    if (section.removedAt) return refused("section-removed");
    const order = await listOrder(tx, draft);
    const next = moved(order, order.findIndex((each) => each.id === sectionId), direction);
    if (!next) return refused("nothing-to-change");
    await writeOrder(tx, next);
    await countChange(tx, draft);
    await appendToLedger(tx, { type: "section.moved", partnershipId, data: { documentId: draft.id, sectionId, revision: section.revision } });
    return done({ title: section.title, number: next.findIndex((each) => each.id === sectionId) + 1, of: next.length });
  });
}
