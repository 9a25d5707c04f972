import { type ActionFunctionArgs, data, type LoaderFunctionArgs } from "@remix-run/node";
import { type MetaFunction, useActionData, useLoaderData } from "@remix-run/react";

import { partnershipFrame } from "#app/auth/frame.server.ts";
import { commentPath, remarkPath } from "#app/components/comments/paths.ts";
import { PortalFrame } from "#app/components/frame/portal-frame.tsx";
import { BackLink } from "#app/components/govuk/back-link.tsx";
import { Button } from "#app/components/govuk/button.tsx";
import { ErrorSummary } from "#app/components/govuk/error-summary.tsx";
import { Textarea } from "#app/components/govuk/textarea.tsx";
import { SubmissionKey } from "#app/components/portal/submission-key.tsx";
import { correctRemark } from "#app/domain/documents/comments/correct-remark.server.ts";
import { correctionForm } from "#app/domain/documents/comments/forms.server.ts";
import { refused } from "#app/domain/shared/refusals.ts";
import { redirectWithFlash } from "#app/http/flash.server.ts";
import { typedOr } from "#app/http/form-values.ts";
import { pageMeta } from "#app/http/page-meta.ts";
import { fieldErrors, rawText, readForm } from "#app/http/parse-form.server.ts";
import { notFound, privateCache, redirectTo } from "#app/http/responses.ts";
import { newSubmissionKey, readSubmission, refusalResponse } from "#app/http/submission.server.ts";

import { requireDocument } from "../require-document.server.ts";
import { requireComment } from "./require-comment.server.ts";

export const headers = () => ({ "Cache-Control": privateCache });
export const meta: MetaFunction<typeof loader> = ({ data: found }) => pageMeta({ title: "Correct what you said", partnership: found?.partnership.name, hidden: true });

export async function loader({ request, params }: LoaderFunctionArgs) {
  const member = await requireComment(request, params);
  const { partnership, at, comment } = member;
  const remark = comment.remarks.find((each) => each.id === params.remark);
  if (!remark) throw notFound();
  const here = commentPath(at, comment.id);
  if (!remark.mine) throw refusalResponse(refused("not-your-words"), { href: here, text: "Open the comment" });
  if (remark.text === null) throw redirectTo(here);
  return { frame: partnershipFrame(member), partnership, at, commentId: comment.id, remark: { id: remark.id, text: remark.text }, correctKey: newSubmissionKey(), withdrawKey: newSubmissionKey() };
}

export async function action({ request, params }: ActionFunctionArgs) {
  const { actor, partnership, at } = await requireDocument(request, params, "comment");
  const values = await readForm(request);
  const commentId = params.comment ?? "";
  const input = correctionForm.safeParse({ text: rawText(values, "text") });
  if (!input.success) return data({ values, errors: fieldErrors(input.error) }, { status: 422 });
  const outcome = await correctRemark(actor, { partnershipId: partnership.id, kind: at.kind, commentId, remarkId: params.remark ?? "", ...input.data }, readSubmission(values));
  const here = commentPath(at, commentId);
  if (!outcome.ok) throw refusalResponse(outcome, { href: here, text: "Open the comment" });
  return redirectWithFlash(request, here, { type: "success", text: "Your words are put right." });
}

export default function Correct() {
  const { frame, at, commentId, remark, correctKey, withdrawKey } = useLoaderData<typeof loader>();
  const answer = useActionData<typeof action>();
  return (
    <PortalFrame {...frame} current={at.kind} before={<BackLink href={commentPath(at, commentId)} text="Back to the comment" />}>
      <ErrorSummary errors={answer?.errors.summary ?? []} />
      <h1 className="govuk-heading-l">Correct what you said</h1>
      <form method="post">
        <SubmissionKey value={correctKey} />
        <Textarea name="text" label="Your words" labelSize="s" hint="It will say that you put them right. What stood there before is not kept." rows={6} defaultValue={typedOr(answer?.values, "text", remark.text)} error={answer?.errors.fields.text} />
        <Button>Save</Button>
      </form>
      <h2 className="govuk-heading-m">Or take them back</h2>
      <p className="govuk-body">Your words are removed. Your name and the times stay, so that the replies make sense.</p>
      <form method="post" action={remarkPath(at, commentId, remark.id, "withdraw")}>
        <SubmissionKey value={withdrawKey} />
        <Button variant="warning">Take back what I said</Button>
      </form>
    </PortalFrame>
  );
}
