import { eq } from "drizzle-orm";

import { forbid } from "#app/domain/access/require.server.ts";
import { appendToLedger } from "#app/domain/ledger/append-to-ledger.server.ts";
import { change, type Submission } from "#app/domain/shared/change.server.ts";
import { done, type Outcome, refused } from "#app/domain/shared/refusals.ts";
import type { SessionActor } from "#db/client.server.ts";
import { draftFiles } from "#db/schema/index.ts";

import { countChange, lockDraft } from "../lock-draft.server.ts";
import { sha256Hex } from "../text/canonical.server.ts";
import { type DocumentKind, documentWords } from "../vocabulary.ts";
import type { ReadFile } from "./vocabulary.ts";

export interface AddFileInput {
  partnershipId: string;
  kind: DocumentKind;
  name: string;
  file: ReadFile;
}

/**
 * Makes a PDF that was read part of a draft's text, in the place of the one before. Refusals: file-not-allowed (of this
 * kind of document), not-found, not-permitted.
 */
export async function addFile(actor: SessionActor, input: AddFileInput, submission: Submission): Promise<Outcome<{ changed: boolean }>> {
  return change<{ changed: boolean }>(actor, "add-file", submission, async (tx) => {
    const { partnershipId, kind, name } = input;
    const forbidden = forbid(tx.me, "edit-drafts", { partnershipId });
    if (forbidden) return forbidden;
    if (!documentWords(kind).mayBeUploaded) return refused("file-not-allowed");
    const draft = await lockDraft(tx, partnershipId, kind);
    if (!draft) return refused("not-found");
    const { bytes, pages, texts } = input.file;
    const sha256 = sha256Hex(bytes);
    const [before] = await tx.db.select({ name: draftFiles.name, sha256: draftFiles.sha256 }).from(draftFiles).where(eq(draftFiles.documentId, draft.id));
    if (before?.sha256 === sha256 && before.name === name) return done({ changed: false });
    await tx.db.delete(draftFiles).where(eq(draftFiles.documentId, draft.id));
    await tx.db.insert(draftFiles).values({
      documentId: draft.id,
      partnershipId,
      name,
      sha256,
      size: bytes.length,
      pages,
      // PostgreSQL keeps no NUL in text; nor does anybody write one.
      texts: texts.map((text) => text.replaceAll("\0", " ")),
      body: bytes,
      addedAt: tx.now,
      addedBy: tx.me.personId,
    });
    const revision = await countChange(tx, draft);
    await appendToLedger(tx, { type: "file.added", partnershipId, data: { documentId: draft.id, sha256, size: bytes.length, pages, revision } });
    return done({ changed: true });
  });
}
