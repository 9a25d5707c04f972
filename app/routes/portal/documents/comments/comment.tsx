import { type ActionFunctionArgs, data, type LoaderFunctionArgs } from "@remix-run/node";
import { type MetaFunction, useActionData, useLoaderData } from "@remix-run/react";

import { partnershipFrame } from "#app/auth/frame.server.ts";
import { CommentThread } from "#app/components/comments/comment-thread.tsx";
import { commentPath, commentsPath } from "#app/components/comments/paths.ts";
import { RemarkForm } from "#app/components/comments/remark-form.tsx";
import { sectionPath } from "#app/components/drafting/paths.ts";
import { PortalFrame } from "#app/components/frame/portal-frame.tsx";
import { BackLink } from "#app/components/govuk/back-link.tsx";
import { Button } from "#app/components/govuk/button.tsx";
import { ErrorSummary } from "#app/components/govuk/error-summary.tsx";
import { SubmissionKey } from "#app/components/portal/submission-key.tsx";
import { replyForm } from "#app/domain/documents/comments/forms.server.ts";
import { replyToComment } from "#app/domain/documents/comments/reply-to-comment.server.ts";
import { readFlash, redirectWithFlash } from "#app/http/flash.server.ts";
import { pageMeta } from "#app/http/page-meta.ts";
import { fieldErrors, list, rawText, readForm } from "#app/http/parse-form.server.ts";
import { privateCache } from "#app/http/responses.ts";
import { newSubmissionKey, readSubmission, refusalResponse } from "#app/http/submission.server.ts";

import { requireDocument } from "../require-document.server.ts";
import { requireComment } from "./require-comment.server.ts";

export const headers = () => ({ "Cache-Control": privateCache });
export const meta: MetaFunction<typeof loader> = ({ data: found }) => pageMeta({ title: `Comment by ${found?.comment.openedBy ?? "somebody"}`, partnership: found?.partnership.name, hidden: true });

export async function loader({ request, params }: LoaderFunctionArgs) {
  const member = await requireComment(request, params);
  const { partnership, at, comment, readers } = member;
  const { flash, headers: once } = readFlash(request);
  return data({ frame: partnershipFrame(member), partnership, at, comment, readers, flash, replyKey: newSubmissionKey(), resolveKey: newSubmissionKey() }, { headers: once });
}

export async function action({ request, params }: ActionFunctionArgs) {
  const { actor, partnership, at } = await requireDocument(request, params, "comment");
  const values = await readForm(request);
  const commentId = params.comment ?? "";
  const input = replyForm.safeParse({ text: rawText(values, "text"), addressedTo: list(values, "addressedTo") });
  if (!input.success) return data({ values, errors: fieldErrors(input.error) }, { status: 422 });
  const outcome = await replyToComment(actor, { partnershipId: partnership.id, kind: at.kind, commentId, ...input.data }, readSubmission(values));
  const here = commentPath(at, commentId);
  if (!outcome.ok) throw refusalResponse(outcome, { href: here, text: "Open the comment" });
  return redirectWithFlash(request, here, { type: "success", text: "Your reply is added." });
}

export default function Comment() {
  const { frame, at, comment, readers, flash, replyKey, resolveKey } = useLoaderData<typeof loader>();
  const answer = useActionData<typeof action>();
  const { section, resolved } = comment;
  return (
    <PortalFrame {...frame} current={at.kind} flash={answer ? null : flash} before={<BackLink href={commentsPath(at)} text="Back to all comments" />}>
      <ErrorSummary errors={answer?.errors.summary ?? []} />
      <h1 className="govuk-heading-l">Comment by {comment.openedBy}</h1>
      <p className="govuk-body">
        On {section.removed ? `“${section.title}”, a section that was removed` : <a className="govuk-link" href={sectionPath(at, section.id, "preview")}>“{section.title}”</a>}.
      </p>
      <CommentThread at={at} comment={comment} link={false} />
      {!resolved && <RemarkForm label="Your reply" button="Reply" readers={readers} values={answer?.values} errors={answer?.errors.fields} submissionKey={replyKey} />}
      {comment.mayResolve && (
        <form method="post" action={commentPath(at, comment.id, resolved ? "reopen" : "resolve")}>
          <SubmissionKey value={resolveKey} />
          <Button variant="secondary">{resolved ? "Open it again" : "Resolve this comment"}</Button>
        </form>
      )}
    </PortalFrame>
  );
}
