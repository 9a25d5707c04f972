import { type ActionFunctionArgs, data, type LoaderFunctionArgs } from "@remix-run/node";
import { type MetaFunction, useActionData, useLoaderData } from "@remix-run/react";

import { partnershipFrame } from "#app/auth/frame.server.ts";
import { CommentThread } from "#app/components/comments/comment-thread.tsx";
import { sectionCommentsPath } from "#app/components/comments/paths.ts";
import { RemarkForm } from "#app/components/comments/remark-form.tsx";
import { sectionPath } from "#app/components/drafting/paths.ts";
import { PortalFrame } from "#app/components/frame/portal-frame.tsx";
import { BackLink } from "#app/components/govuk/back-link.tsx";
import { ErrorSummary } from "#app/components/govuk/error-summary.tsx";
import { commentForm } from "#app/domain/documents/comments/forms.server.ts";
import { openComment } from "#app/domain/documents/comments/open-comment.server.ts";
import { findSectionComments } from "#app/domain/documents/comments/queries.server.ts";
import { openComments } from "#app/domain/documents/comments/rules.ts";
import { readFlash, redirectWithFlash } from "#app/http/flash.server.ts";
import { pageMeta } from "#app/http/page-meta.ts";
import { fieldErrors, list, rawText, readForm, text } from "#app/http/parse-form.server.ts";
import { privateCache } from "#app/http/responses.ts";
import { newSubmissionKey, readSubmission, refusalResponse } from "#app/http/submission.server.ts";

import { requireDocument } from "../require-document.server.ts";
import { requireSection } from "../require-section.server.ts";

export const headers = () => ({ "Cache-Control": privateCache });
export const meta: MetaFunction<typeof loader> = ({ data: found }) => pageMeta({ title: `Comments on “${found?.section.title ?? "a section"}”`, partnership: found?.partnership.name, hidden: true });

export async function loader({ request, params }: LoaderFunctionArgs) {
  const member = await requireSection(request, params, "comment");
  const { actor, partnership, at, section } = member;
  const { flash, headers: once } = readFlash(request);
  const page = await findSectionComments(actor, { partnershipId: partnership.id, kind: at.kind }, section.id);
  const { id, title, revision, removed } = section;
  return data({ frame: partnershipFrame(member), partnership, at, section: { id, title, revision, removed }, ...page, flash, submissionKey: newSubmissionKey() }, { headers: once });
}

export async function action({ request, params }: ActionFunctionArgs) {
  const { actor, partnership, at } = await requireDocument(request, params, "comment");
  const values = await readForm(request);
  const sectionId = params.section ?? "";
  const input = commentForm.safeParse({ text: rawText(values, "text"), addressedTo: list(values, "addressedTo"), revision: text(values, "revision") });
  if (!input.success) return data({ values, errors: fieldErrors(input.error) }, { status: 422 });
  const outcome = await openComment(actor, { partnershipId: partnership.id, kind: at.kind, sectionId, ...input.data }, readSubmission(values));
  if (!outcome.ok) throw refusalResponse(outcome, { href: sectionCommentsPath(at, sectionId), text: "See the comments on the section" });
  return redirectWithFlash(request, `${sectionPath(at, sectionId, "preview")}#comments-title`, { type: "success", text: "Your comment is added." });
}

export default function CommentsOnSection() {
  const { frame, at, section, comments, readers, flash, submissionKey } = useLoaderData<typeof loader>();
  const answer = useActionData<typeof action>();
  const open = comments.filter((comment) => !comment.resolved);
  const resolved = comments.filter((comment) => comment.resolved);
  return (
    <PortalFrame {...frame} current={at.kind} flash={answer ? null : flash} before={<BackLink href={section.removed ? sectionPath(at, section.id) : sectionPath(at, section.id, "preview")} text="Back to the section" />}>
      <ErrorSummary errors={answer?.errors.summary ?? []} />
      <h1 className="govuk-heading-l">Comments on “{section.title}”</h1>
      {!section.removed && (
        <section aria-labelledby="new">
          <h2 className="govuk-heading-m" id="new">Add a comment</h2>
          <RemarkForm label="Your comment" button="Add the comment" readers={readers} revision={section.revision} values={answer?.values} errors={answer?.errors.fields} submissionKey={submissionKey} />
        </section>
      )}
      <h2 className="govuk-heading-m">{open.length === 0 ? "No open comments" : openComments(open.length)}</h2>
      {open.map((comment) => <CommentThread key={comment.id} at={at} comment={comment} level={3} />)}
      {resolved.length > 0 && <h2 className="govuk-heading-m">Resolved</h2>}
      {resolved.map((comment) => <CommentThread key={comment.id} at={at} comment={comment} level={3} />)}
    </PortalFrame>
  );
}
