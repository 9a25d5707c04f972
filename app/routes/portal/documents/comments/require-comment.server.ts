import type { CommentView, Reader } from "#app/domain/documents/comments/comment-view.ts";
import { findComment } from "#app/domain/documents/comments/queries.server.ts";
import { notFound } from "#app/http/responses.ts";

import { type DocumentMember, requireDocument } from "../require-document.server.ts";

type Params = Readonly<Record<string, string | undefined>>;

/** The member who asks and the comment in the address. Throws 404 when there is none, 403 without the permission. */
export async function requireComment(request: Request, params: Params): Promise<DocumentMember & { comment: CommentView; readers: Reader[] }> {
  const member = await requireDocument(request, params, "comment");
  const found = await findComment(member.actor, { partnershipId: member.partnership.id, kind: member.at.kind, commentId: params.comment ?? "" });
  if (!found) throw notFound();
  return { ...member, ...found };
}
