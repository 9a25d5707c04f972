import { eq } from "drizzle-orm";

import { forbid } from "#app/domain/access/require.server.ts";
import { appendToLedger } from "#app/domain/ledger/append-to-ledger.server.ts";
import { change, type Submission } from "#app/domain/shared/change.server.ts";
import { done, type Outcome, refused } from "#app/domain/shared/refusals.ts";
import type { SessionActor } from "#db/client.server.ts";
import { sections } from "#db/schema/index.ts";

import { countChange, listOrder, lockDraft, lockSection } from "./lock-draft.server.ts";
import type { Audience, DocumentKind } from "./vocabulary.ts";

/** Puts a removed section back as it was: last, or as the page for young people, which it was. Refusals: nothing-to-change when it is there, not-permitted, not-found. */
export async function restoreSection(
  actor: SessionActor,
  input: { partnershipId: string; kind: DocumentKind; sectionId: string },
  submission: Submission,
): Promise<Outcome<{ title: string; audience: Audience }>> {
  return change(actor, "restore-section", submission, async (tx) => {
    const { partnershipId, sectionId } = input;
    const forbidden = forbid(tx.me, "edit-drafts", { partnershipId });
    if (forbidden) return forbidden;
    const draft = await lockDraft(tx, partnershipId, input.kind);
    const section = draft && (await lockSection(tx, draft, sectionId));
    if (!draft || !section) return refused("not-found");
    if (!section.removedAt) return refused("nothing-to-change");
    const revision = section.revision + 1;
    const position = section.audience === "everyone" ? (await listOrder(tx, draft)).length : section.position;
    await tx.db.update(sections).set({ removedAt: null, position, revision, savedAt: tx.now, savedBy: tx.me.personId }).where(eq(sections.id, section.id));
    await countChange(tx, draft);
    await appendToLedger(tx, { type: "section.restored", partnershipId, data: { documentId: draft.id, sectionId, revision } });
    return done({ title: section.title, audience: section.audience });
  });
}
