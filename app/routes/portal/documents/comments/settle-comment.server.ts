import { commentPath, commentsPath } from "#app/components/comments/paths.ts";
import { resolveComment } from "#app/domain/documents/comments/resolve-comment.server.ts";
import { redirectWithFlash } from "#app/http/flash.server.ts";
import { readForm } from "#app/http/parse-form.server.ts";
import { redirectTo } from "#app/http/responses.ts";
import { readSubmission, refusalResponse } from "#app/http/submission.server.ts";

import { requireDocument } from "../require-document.server.ts";

type Params = Readonly<Record<string, string | undefined>>;

/** These addresses only take forms; whoever opens one is led to the comment. */
export async function toTheComment(request: Request, params: Params): Promise<Response> {
  const { at } = await requireDocument(request, params, "comment");
  return redirectTo(commentPath(at, params.comment ?? ""));
}

/** Resolves the comment in the address, or opens it again. */
export async function settleComment(request: Request, params: Params, resolved: boolean): Promise<Response> {
  const { actor, partnership, at } = await requireDocument(request, params, "comment");
  const submission = readSubmission(await readForm(request));
  const commentId = params.comment ?? "";
  const outcome = await resolveComment(actor, { partnershipId: partnership.id, kind: at.kind, commentId, resolved }, submission);
  const here = commentPath(at, commentId);
  if (!outcome.ok) throw refusalResponse(outcome, { href: here, text: "Open the comment" });
  return resolved
    ? redirectWithFlash(request, commentsPath(at), { type: "success", text: "The comment is resolved." })
    : redirectWithFlash(request, here, { type: "success", text: "The comment is open again." });
}
