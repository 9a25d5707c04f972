import { and, eq } from "drizzle-orm";

import { forbid } from "#app/domain/access/require.server.ts";
import { as, type SessionActor } from "#db/client.server.ts";
import { documents, draftFiles, payloads, takedowns, versions } from "#db/schema/index.ts";

import { readDraft, readNames, readReadiness } from "../draft-queries.server.ts";
import type { ReadinessLine } from "../readiness.ts";
import type { SignedFile } from "../text/content.ts";
import type { DocumentKind } from "../vocabulary.ts";

export interface DraftFileView {
  /** Null when the draft carries none. */
  file: (SignedFile & { addedAt: Date; addedBy: string | null }) | null;
  /** What the readiness check says of it. */
  lines: ReadinessLine[];
}

/** The PDF of a draft as its page shows it; null without a draft the actor may see. */
export async function findDraftFile(actor: SessionActor, partnershipId: string, kind: DocumentKind): Promise<DraftFileView | null> {
  return as(actor, async (tx) => {
    const draft = await readDraft(tx, partnershipId, kind);
    if (!draft) return null;
    const [row] = await tx.db
      .select({ name: draftFiles.name, sha256: draftFiles.sha256, size: draftFiles.size, pages: draftFiles.pages, addedAt: draftFiles.addedAt, addedBy: draftFiles.addedBy })
      .from(draftFiles)
      .where(eq(draftFiles.documentId, draft.document.id));
    const readiness = await readReadiness(tx, draft);
    const name = await readNames(tx, [row?.addedBy ?? null]);
    return {
      file: row ? { ...row, addedBy: name(row.addedBy) } : null,
      lines: [...readiness.errors, ...readiness.warnings].filter((line) => line.place.kind === "file"),
    };
  });
}

export interface FileBytes {
  file: SignedFile;
  /** Null when it was taken down or erased. */
  body: Uint8Array | null;
}

/** The bytes of a draft's PDF, or null when there is none for the actor. */
export async function findDraftFileBytes(actor: SessionActor, partnershipId: string, kind: DocumentKind): Promise<FileBytes | null> {
  return as(actor, async (tx) => {
    if (forbid(tx.me, "read-drafts", { partnershipId })) return null;
    const [row] = await tx.db
      .select({ name: draftFiles.name, sha256: draftFiles.sha256, size: draftFiles.size, pages: draftFiles.pages, body: draftFiles.body })
      .from(draftFiles)
      .innerJoin(documents, eq(documents.id, draftFiles.documentId))
      .where(and(eq(documents.partnershipId, partnershipId), eq(documents.kind, kind)));
    if (!row) return null;
    const { body, ...file } = row;
    return { file, body };
  });
}

/** The bytes of the PDF that a version was frozen with, or null when it has none for the actor. */
export async function findVersionFileBytes(actor: SessionActor, partnershipId: string, kind: DocumentKind, number: number): Promise<FileBytes | null> {
  return as(actor, async (tx) => {
    if (forbid(tx.me, "read-drafts", { partnershipId })) return null;
    const [row] = await tx.db
      .select({ file: versions.file, body: payloads.body, takenDownAt: takedowns.takenDownAt })
      .from(versions)
      .innerJoin(payloads, and(eq(payloads.partnershipId, versions.partnershipId), eq(payloads.sha256, versions.fileSha256)))
      .leftJoin(takedowns, eq(takedowns.versionId, versions.id))
      .where(and(eq(versions.partnershipId, partnershipId), eq(versions.kind, kind), eq(versions.number, number)));
    return row?.file ? { file: row.file, body: row.takenDownAt ? null : row.body } : null;
  });
}
