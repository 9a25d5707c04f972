import { eq } from "drizzle-orm";

import { forbid } from "#app/domain/access/require.server.ts";
import { appendToLedger } from "#app/domain/ledger/append-to-ledger.server.ts";
import { change, type Submission } from "#app/domain/shared/change.server.ts";
import { done, type Outcome, refused } from "#app/domain/shared/refusals.ts";
import type { SessionActor } from "#db/client.server.ts";
import { draftFiles } from "#db/schema/index.ts";

import { countChange, lockDraft } from "../lock-draft.server.ts";
import type { DocumentKind } from "../vocabulary.ts";

/**
 * Takes the PDF out of a draft; what was frozen with it keeps it. `sha256` is the file the person looked at: another, or
 * none any more, is refused as stale. Refusals: stale, not-found, not-permitted.
 */
export async function removeFile(actor: SessionActor, input: { partnershipId: string; kind: DocumentKind; sha256: string }, submission: Submission): Promise<Outcome<{ name: string }>> {
  return change<{ name: string }>(actor, "remove-file", submission, async (tx) => {
    const { partnershipId, kind } = input;
    const forbidden = forbid(tx.me, "edit-drafts", { partnershipId });
    if (forbidden) return forbidden;
    const draft = await lockDraft(tx, partnershipId, kind);
    const [file] = draft ? await tx.db.select({ name: draftFiles.name, sha256: draftFiles.sha256 }).from(draftFiles).where(eq(draftFiles.documentId, draft.id)) : [];
    if (!draft) return refused("not-found");
    if (file?.sha256 !== input.sha256) return refused("stale");
    await tx.db.delete(draftFiles).where(eq(draftFiles.documentId, draft.id));
    const revision = await countChange(tx, draft);
    await appendToLedger(tx, { type: "file.removed", partnershipId, data: { documentId: draft.id, sha256: file.sha256, revision } });
    return done({ name: file.name });
  });
}
