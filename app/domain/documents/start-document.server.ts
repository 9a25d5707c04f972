import { forbid } from "#app/domain/access/require.server.ts";
import { listGuidanceItems } from "#app/domain/guidance/queries.server.ts";
import { appendToLedger } from "#app/domain/ledger/append-to-ledger.server.ts";
import { findDirectory } from "#app/domain/partnerships/directory.server.ts";
import { change, type Submission } from "#app/domain/shared/change.server.ts";
import { done, type Outcome, refused } from "#app/domain/shared/refusals.ts";
import type { SessionActor } from "#db/client.server.ts";
import { documents, sections } from "#db/schema/index.ts";

import { type DocumentKind, firstTitles } from "./vocabulary.ts";

/**
 * Starts the draft of a document under the edition the partnership works under: one empty section for each item the
 * edition asks for, in the edition's order. Refusals: already-started, not-permitted.
 */
export async function startDocument(
  actor: SessionActor,
  input: { partnershipId: string; kind: DocumentKind },
  submission: Submission,
): Promise<Outcome<{ documentId: string; sections: number }>> {
  return change(actor, "start-document", submission, async (tx) => {
    const { partnershipId, kind } = input;
    const forbidden = forbid(tx.me, "edit-drafts", { partnershipId });
    if (forbidden) return forbidden;
    const directory = await findDirectory(tx, partnershipId);
    if (!directory) return refused("not-found");
    const editionId = directory.edition.id;
    const items = await listGuidanceItems(tx, editionId, kind);
    const [document] = await tx.db
      .insert(documents)
      .values({ partnershipId, kind, title: firstTitles[kind], editionId, startedAt: tx.now, startedBy: tx.me.personId, savedAt: tx.now })
      .onConflictDoNothing()
      .returning({ id: documents.id });
    if (!document) return refused("already-started");
    const documentId = document.id;
    if (items.length > 0) {
      await tx.db.insert(sections).values(
        items.map((item, position) => ({ partnershipId, documentId, position, title: item.title, items: [item.id], savedAt: tx.now, savedBy: tx.me.personId })),
      );
    }
    await appendToLedger(tx, { type: "document.started", partnershipId, data: { documentId, kind, editionId, sections: items.length } });
    return done({ documentId, sections: items.length });
  });
}
