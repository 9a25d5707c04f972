import { and, eq, inArray } from "drizzle-orm";

import { isUuid } from "#app/domain/shared/is-uuid.ts";
import type { SessionTx } from "#db/client.server.ts";
import { comments, documents, remarks } from "#db/schema/index.ts";

import type { DocumentKind } from "../vocabulary.ts";

/** A comment as an address names it. */
export interface CommentAddress {
  partnershipId: string;
  kind: DocumentKind;
  commentId: string;
}

export type CommentRow = typeof comments.$inferSelect;
export type RemarkRow = typeof remarks.$inferSelect;

/** Locks a comment of this document, so that resolving and replying happen one after the other. */
export async function lockComment(tx: SessionTx, { partnershipId, kind, commentId }: CommentAddress): Promise<CommentRow | null> {
  if (!isUuid(commentId)) return null;
  const ofKind = tx.db.select({ id: documents.id }).from(documents).where(and(eq(documents.partnershipId, partnershipId), eq(documents.kind, kind)));
  const [comment] = await tx.db
    .select()
    .from(comments)
    .where(and(eq(comments.id, commentId), eq(comments.partnershipId, partnershipId), inArray(comments.documentId, ofKind)))
    .for("update");
  return comment ?? null;
}

/** One remark of a locked comment. Nobody else can change it meanwhile: its comment is locked. */
export async function findRemark(tx: SessionTx, comment: CommentRow, remarkId: string): Promise<RemarkRow | null> {
  if (!isUuid(remarkId)) return null;
  const [remark] = await tx.db.select().from(remarks).where(and(eq(remarks.id, remarkId), eq(remarks.commentId, comment.id)));
  return remark ?? null;
}
