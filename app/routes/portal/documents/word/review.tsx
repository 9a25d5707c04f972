import { type ActionFunctionArgs, data, type LoaderFunctionArgs } from "@remix-run/node";
import { type MetaFunction, useActionData, useLoaderData } from "@remix-run/react";

import { partnershipFrame } from "#app/auth/frame.server.ts";
import { backText, documentPath } from "#app/components/drafting/paths.ts";
import { WordLosses } from "#app/components/drafting/word-losses.tsx";
import { WordSections } from "#app/components/drafting/word-sections.tsx";
import { PortalFrame } from "#app/components/frame/portal-frame.tsx";
import { BackLink } from "#app/components/govuk/back-link.tsx";
import { Button } from "#app/components/govuk/button.tsx";
import { ErrorSummary } from "#app/components/govuk/error-summary.tsx";
import { Input } from "#app/components/govuk/input.tsx";
import { WarningText } from "#app/components/govuk/warning-text.tsx";
import { SubmissionKey } from "#app/components/portal/submission-key.tsx";
import { readWordChoices } from "#app/domain/documents/word/forms.server.ts";
import { findWordReview } from "#app/domain/documents/word/queries.server.ts";
import { takeInWordImport } from "#app/domain/documents/word/take-in-word-import.server.ts";
import { showMoment } from "#app/domain/shared/dates.ts";
import { redirectWithFlash } from "#app/http/flash.server.ts";
import { typedOr } from "#app/http/form-values.ts";
import { pageMeta } from "#app/http/page-meta.ts";
import { fieldErrors, list, rawText, readForm } from "#app/http/parse-form.server.ts";
import { notFound, privateCache } from "#app/http/responses.ts";
import { newSubmissionKey, readSubmission, refusalResponse } from "#app/http/submission.server.ts";

import { requireDocument } from "../require-document.server.ts";

export const headers = () => ({ "Cache-Control": privateCache });
export const meta: MetaFunction<typeof loader> = ({ data: found }) => pageMeta({ title: "Look through the Word file", partnership: found?.partnership.name, hidden: true });

export async function loader({ request, params }: LoaderFunctionArgs) {
  const member = await requireDocument(request, params, "edit-drafts");
  const review = await findWordReview(member.actor, member.partnership.id, member.at.kind, params.import ?? "");
  if (!review) throw notFound();
  return data({ frame: partnershipFrame(member), partnership: member.partnership, at: member.at, review, submissionKey: newSubmissionKey(), asideKey: newSubmissionKey() });
}

export async function action({ request, params }: ActionFunctionArgs) {
  const { actor, partnership, at } = await requireDocument(request, params, "edit-drafts");
  const address = { partnershipId: partnership.id, kind: at.kind, importId: params.import ?? "" };
  const values = await readForm(request);
  const review = await findWordReview(actor, partnership.id, at.kind, address.importId);
  const input = readWordChoices(review?.sections.length ?? 0, { one: (name) => rawText(values, name), all: (name) => list(values, name) });
  if (review && !input.ok) return data({ values, errors: fieldErrors({ issues: input.errors.map(({ field, message }) => ({ path: [field], message })) }) }, { status: 422 });
  const chosen = input.ok ? input.value : { title: "", revision: 0, choices: [] };
  const outcome = await takeInWordImport(actor, { ...address, ...chosen }, readSubmission(values));
  if (!outcome.ok) throw refusalResponse(outcome, { href: documentPath(at), text: backText(at) });
  const { sections, removed } = outcome.value;
  const before = removed === 0 ? "" : ` ${removed === 1 ? "The section that was" : `The ${String(removed)} sections that were`} there can be put back from “Move or remove sections”.`;
  return redirectWithFlash(request, documentPath(at), { type: "success", text: `The draft now has ${String(sections)} ${sections === 1 ? "section" : "sections"} from the Word file.${before}` });
}

export default function ReviewWordFile() {
  const { frame, at, review, submissionKey, asideKey } = useLoaderData<typeof loader>();
  const answer = useActionData<typeof action>();
  const words = review.sections.reduce((sum, section) => sum + section.words, 0);
  return (
    <PortalFrame {...frame} current={at.kind} before={<BackLink href={documentPath(at, "word")} text="Back to choosing a file" />}>
      <ErrorSummary errors={answer?.errors.summary ?? []} />
      <span className="govuk-caption-l">{review.fileName}</span>
      <h1 className="govuk-heading-l">Look through what was read</h1>
      <p className="govuk-body">
        {review.sections.length} {review.sections.length === 1 ? "section" : "sections"} with {words.toLocaleString("en-GB")} words, read by {review.readBy} on {showMoment(review.readAt)}. Nothing is in the draft until you press the button at the end.
      </p>
      <WordLosses losses={review.losses} />
      <form method="post">
        <SubmissionKey value={submissionKey} />
        <input type="hidden" name="revision" value={review.revision} />
        <Input name="title" label="Title of the document" labelSize="m" classes="govuk-!-width-two-thirds" defaultValue={typedOr(answer?.values, "title", review.title)} error={answer?.errors.fields.title} autoComplete="off" />
        <WordSections review={review} answer={answer} />
        {review.written > 0 && (
          <WarningText>
            The draft has {review.written} {review.written === 1 ? "section" : "sections"} with text. {review.written === 1 ? "It is" : "They are"} taken out of the draft, and each can be put back.
          </WarningText>
        )}
        <Button>Make these sections the draft</Button>
      </form>
      <form method="post" action={documentPath(at, `word/${review.id}/set-aside`)}>
        <SubmissionKey value={asideKey} />
        <Button variant="secondary">Set this file aside</Button>
      </form>
    </PortalFrame>
  );
}
