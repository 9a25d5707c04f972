import { randomUUID } from "node:crypto";

import { forbid } from "#app/domain/access/require.server.ts";
import { appendToLedger } from "#app/domain/ledger/append-to-ledger.server.ts";
import { change, type Submission } from "#app/domain/shared/change.server.ts";
import { done, type Outcome, refused } from "#app/domain/shared/refusals.ts";
import type { SessionActor } from "#db/client.server.ts";
import { sections } from "#db/schema/index.ts";

import { countChange, lockDraft } from "./lock-draft.server.ts";
import { mostSections } from "./rules.ts";
import { type DocumentKind, youngPeople } from "./vocabulary.ts";

/**
 * Begins the document's page for children and young people, empty. From then on it is a section like the others, which
 * stands apart and comes last. Refusals: young-people-page-there, also when it was removed; not-permitted, not-found.
 */
export async function addYoungPeoplePage(
  actor: SessionActor,
  input: { partnershipId: string; kind: DocumentKind },
  submission: Submission,
): Promise<Outcome<{ sectionId: string }>> {
  return change(actor, "add-young-people-page", submission, async (tx) => {
    const { partnershipId, kind } = input;
    const forbidden = forbid(tx.me, "edit-drafts", { partnershipId });
    if (forbidden) return forbidden;
    const draft = await lockDraft(tx, partnershipId, kind);
    if (!draft) return refused("not-found");
    const sectionId = randomUUID();
    await tx.db.insert(sections).values({
      id: sectionId,
      partnershipId,
      documentId: draft.id,
      audience: "young-people",
      position: mostSections,
      title: youngPeople.firstTitle,
      savedAt: tx.now,
      savedBy: tx.me.personId,
    });
    await countChange(tx, draft);
    await appendToLedger(tx, { type: "section.added", partnershipId, data: { documentId: draft.id, sectionId, revision: 1 } });
    return done({ sectionId });
  });
}
