import { eq } from "drizzle-orm";

import { forbid } from "#app/domain/access/require.server.ts";
import { appendToLedger } from "#app/domain/ledger/append-to-ledger.server.ts";
import { change, type Submission } from "#app/domain/shared/change.server.ts";
import { done, type Outcome, refused } from "#app/domain/shared/refusals.ts";
import type { SessionActor } from "#db/client.server.ts";
import { sections } from "#db/schema/index.ts";

import { countChange, listOrder, lockDraft, lockSection, writeOrder } from "./lock-draft.server.ts";
import type { DocumentKind } from "./vocabulary.ts";

/**
 * Takes a section out of the draft. Its text and every earlier save are kept, and it can be put back.
 * Refusals: stale when somebody saved it since, section-removed, not-permitted, not-found.
 */
export async function removeSection(
  actor: SessionActor,
  input: { partnershipId: string; kind: DocumentKind; sectionId: string; revision: number },
  submission: Submission,
): Promise<Outcome<{ title: string }>> {
  return change(actor, "remove-section", submission, async (tx) => {
    const { partnershipId, sectionId } = input;
    const forbidden = forbid(tx.me, "edit-drafts", { partnershipId });
    if (forbidden) return forbidden;
    const draft = await lockDraft(tx, partnershipId, input.kind);
    const section = draft && (await lockSection(tx, draft, sectionId));
    if (!draft || !section) return refused("not-found");
    if (section.removedAt) return refused("section-removed");
    if (section.revision !== input.revision) return refused("stale");
    const revision = section.revision + 1;
    await tx.db.update(sections).set({ removedAt: tx.now, revision, savedAt: tx.now, savedBy: tx.me.personId }).where(eq(sections.id, section.id));
    await writeOrder(tx, await listOrder(tx, draft));
    await countChange(tx, draft);
    await appendToLedger(tx, { type: "section.removed", partnershipId, data: { documentId: draft.id, sectionId, revision } });
    return done({ title: section.title });
  });
}
