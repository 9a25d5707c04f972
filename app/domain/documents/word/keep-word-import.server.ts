import { createHash } from "node:crypto";

import { forbid } from "#app/domain/access/require.server.ts";
import { change, type Submission } from "#app/domain/shared/change.server.ts";
import { done, type Outcome } from "#app/domain/shared/refusals.ts";
import type { SessionActor } from "#db/client.server.ts";
import { wordImports } from "#db/schema/index.ts";

import type { DocumentKind } from "../vocabulary.ts";
import type { WordDraft } from "./vocabulary.ts";

export interface KeepWordImportInput {
  partnershipId: string;
  kind: DocumentKind;
  fileName: string;
  bytes: Uint8Array;
  draft: WordDraft;
}

/**
 * Keeps what was read from a Word file until somebody has looked it through. Nothing of the draft changes, so the
 * ledger hears of it only when it is taken in. Refusals: not-permitted.
 */
export async function keepWordImport(actor: SessionActor, input: KeepWordImportInput, submission: Submission): Promise<Outcome<{ importId: string }>> {
  return change(actor, "keep-word-import", submission, async (tx) => {
    const { partnershipId, kind, draft } = input;
    const forbidden = forbid(tx.me, "edit-drafts", { partnershipId });
    if (forbidden) return forbidden;
    const [row] = await tx.db
      .insert(wordImports)
      .values({
        partnershipId,
        kind,
        fileName: input.fileName,
        fileSha256: createHash("sha256").update(input.bytes).digest("hex"),
        reading: draft,
        readAt: tx.now,
        readBy: tx.me.personId,
      })
      .returning({ id: wordImports.id });
    if (!row) throw new Error("the reading was not kept");
    return done({ importId: row.id });
  });
}
