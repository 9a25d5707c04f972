import { type ActionFunctionArgs, data, type LoaderFunctionArgs } from "@remix-run/node";
import { type MetaFunction, useActionData, useLoaderData } from "@remix-run/react";

import { partnershipFrame } from "#app/auth/frame.server.ts";
import { commentsPath } from "#app/components/comments/paths.ts";
import { backText, documentPath } from "#app/components/drafting/paths.ts";
import { PortalFrame } from "#app/components/frame/portal-frame.tsx";
import { BackLink } from "#app/components/govuk/back-link.tsx";
import { ErrorSummary } from "#app/components/govuk/error-summary.tsx";
import { AskForReview } from "#app/components/review/ask-for-review.tsx";
import { ReviewForm } from "#app/components/review/review-form.tsx";
import { ReviewList } from "#app/components/review/review-list.tsx";
import { can } from "#app/domain/access/rules.ts";
import { openComments } from "#app/domain/documents/comments/rules.ts";
import { reviewForm } from "#app/domain/documents/review/forms.server.ts";
import { findReview } from "#app/domain/documents/review/queries.server.ts";
import { reviewDraft } from "#app/domain/documents/review/review-draft.server.ts";
import { reviewProblems } from "#app/domain/documents/review/rules.ts";
import { documentWords } from "#app/domain/documents/vocabulary.ts";
import { readFlash, redirectWithFlash } from "#app/http/flash.server.ts";
import { pageMeta } from "#app/http/page-meta.ts";
import { fieldErrors, oneError, rawText, readForm, text } from "#app/http/parse-form.server.ts";
import { notFound, privateCache } from "#app/http/responses.ts";
import { newSubmissionKey, readSubmission, refusalResponse } from "#app/http/submission.server.ts";

import { requireDocument } from "../require-document.server.ts";

export const headers = () => ({ "Cache-Control": privateCache });
export const meta: MetaFunction<typeof loader> = ({ data: found }) => pageMeta({ title: `Review of ${documentWords(found?.at.kind ?? "arrangements").the}`, partnership: found?.partnership.name, hidden: true });

export async function loader({ request, params }: LoaderFunctionArgs) {
  const member = await requireDocument(request, params, "read-drafts");
  const { actor, me, partnership, at } = member;
  const view = await findReview(actor, partnership.id, at.kind);
  if (!view) throw notFound();
  const { flash, headers: once } = readFlash(request);
  const subject = { partnershipId: partnership.id };
  const may = { review: can(me, "review-draft", subject), edit: can(me, "edit-drafts", subject) };
  return data({ frame: partnershipFrame(member), partnership, at, view, may, personId: me.personId, flash, reviewKey: newSubmissionKey(), askKey: newSubmissionKey() }, { headers: once });
}

export async function action({ request, params }: ActionFunctionArgs) {
  const { actor, partnership, at } = await requireDocument(request, params, "review-draft");
  const values = await readForm(request);
  const input = reviewForm.safeParse({ outcome: text(values, "outcome"), words: rawText(values, "words"), revision: text(values, "revision") });
  if (!input.success) return data({ values, errors: fieldErrors(input.error) }, { status: 422 });
  const outcome = await reviewDraft(actor, { partnershipId: partnership.id, kind: at.kind, ...input.data }, readSubmission(values));
  const here = documentPath(at, "review");
  if (outcome.ok) return redirectWithFlash(request, here, { type: "success", text: "Your review is recorded." });
  // The draft that is there now is another than was read: what was typed stays, and the form now names the new one.
  if (outcome.refusal !== "stale") throw refusalResponse(outcome, { href: here, text: "Back to the review" });
  const { revision: _revision, ...typed } = values;
  return data({ values: typed, errors: oneError("The draft was changed while you read it. Read what is there now, then send your review again.") }, { status: 409 });
}

export default function Review() {
  const { frame, partnership, at, view, may, personId, flash, reviewKey, askKey } = useLoaderData<typeof loader>();
  const answer = useActionData<typeof action>();
  return (
    <PortalFrame {...frame} current={at.kind} flash={answer ? null : flash} before={<BackLink href={documentPath(at)} text={backText(at)} />}>
      <ErrorSummary errors={answer?.errors.summary ?? []} />
      <span className="govuk-caption-l">{partnership.name}</span>
      <h1 className="govuk-heading-l">Review of {documentWords(at.kind).the}</h1>
      <p className="govuk-body-l">{reviewProblems[view.state] ?? "Reviewed: this draft is ready to be frozen."}</p>
      <p className="govuk-body">
        A delegated safeguarding partner or the chair reads the draft before it is frozen for signature. Any later change makes the review stale.
        {view.lastAuthor && ` ${view.lastAuthor.personId === personId ? "You" : view.lastAuthor.name} changed the draft last.`}
      </p>
      <ul className="govuk-list govuk-list--bullet">
        <li><a className="govuk-link" href={documentPath(at)}>Read the draft</a></li>
        <li><a className="govuk-link" href={documentPath(at, "changes")}>See what changed since the last version</a></li>
        <li><a className="govuk-link" href={commentsPath(at)}>{view.openComments === 0 ? "No open comments" : openComments(view.openComments)}</a></li>
        <li><a className="govuk-link" href={documentPath(at, "readiness")}>Readiness checklist</a>{view.errors > 0 && `: ${String(view.errors)} ${view.errors === 1 ? "error" : "errors"}`}</li>
      </ul>
      {may.edit && <AskForReview at={at} view={view} submissionKey={askKey} />}
      {may.review && (
        <section aria-labelledby="my-review">
          <h2 className="govuk-heading-m" id="my-review">Your review</h2>
          <ReviewForm revision={view.revision} lastAuthor={view.lastAuthor?.personId === personId} values={answer?.values} errors={answer?.errors.fields} submissionKey={reviewKey} />
        </section>
      )}
      <h2 className="govuk-heading-m">What reviewers said</h2>
      <ReviewList reviews={view.reviews} />
    </PortalFrame>
  );
}
