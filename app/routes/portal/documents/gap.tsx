import { type ActionFunctionArgs, data, type LoaderFunctionArgs } from "@remix-run/node";
import { type MetaFunction, useActionData, useLoaderData } from "@remix-run/react";

import { partnershipFrame } from "#app/auth/frame.server.ts";
import { GuidanceItemView } from "#app/components/drafting/guidance-item.tsx";
import { itemPath } from "#app/components/drafting/paths.ts";
import { PortalFrame } from "#app/components/frame/portal-frame.tsx";
import { BackLink } from "#app/components/govuk/back-link.tsx";
import { Button } from "#app/components/govuk/button.tsx";
import { ErrorSummary } from "#app/components/govuk/error-summary.tsx";
import { InsetText } from "#app/components/govuk/inset-text.tsx";
import { Textarea } from "#app/components/govuk/textarea.tsx";
import { SubmissionKey } from "#app/components/portal/submission-key.tsx";
import { declareGap } from "#app/domain/documents/declare-gap.server.ts";
import { gapForm } from "#app/domain/documents/forms.server.ts";
import { redirectWithFlash } from "#app/http/flash.server.ts";
import { typedOr } from "#app/http/form-values.ts";
import { pageMeta } from "#app/http/page-meta.ts";
import { fieldErrors, rawText, readForm } from "#app/http/parse-form.server.ts";
import { privateCache } from "#app/http/responses.ts";
import { newSubmissionKey, readSubmission, refusalResponse } from "#app/http/submission.server.ts";

import { requireItem } from "./require-item.server.ts";
import { requireDocument } from "./require-document.server.ts";

export const headers = () => ({ "Cache-Control": privateCache });
export const meta: MetaFunction<typeof loader> = ({ data: found }) => pageMeta({ title: `Why “${found?.view.item.title ?? "this"}” is not covered`, partnership: found?.partnership.name, hidden: true });

export async function loader({ request, params }: LoaderFunctionArgs) {
  const member = await requireItem(request, params);
  return data({ frame: partnershipFrame(member), partnership: member.partnership, at: member.at, view: member.view, submissionKey: newSubmissionKey() });
}

export async function action({ request, params }: ActionFunctionArgs) {
  const { actor, partnership, at } = await requireDocument(request, params, "edit-drafts");
  const values = await readForm(request);
  const itemId = params.item ?? "";
  const input = gapForm.safeParse({ reason: rawText(values, "reason") });
  if (!input.success) return data({ values, errors: fieldErrors(input.error) }, { status: 422 });
  const outcome = await declareGap(actor, { partnershipId: partnership.id, kind: at.kind, itemId, ...input.data }, readSubmission(values));
  const path = itemPath(at, itemId);
  if (!outcome.ok) throw refusalResponse(outcome, { href: path, text: "Back to the item" });
  return redirectWithFlash(request, path, { type: "success", text: `“${outcome.value.title}” is declared not covered, with your reason.` });
}

export default function Gap() {
  const { frame, at, view, submissionKey } = useLoaderData<typeof loader>();
  const answer = useActionData<typeof action>();
  const { item, gap } = view;
  return (
    <PortalFrame {...frame} current={at.kind} before={<BackLink href={itemPath(at, item.id)} text="Back to the item" />}>
      <ErrorSummary errors={answer?.errors.summary ?? []} />
      <h1 className="govuk-heading-l">Why is “{item.title}” not covered?</h1>
      <div className="beside">
        <div className="beside__aside"><GuidanceItemView item={item} ownPage /></div>
        {item.strength === "must" ? (
          <InsetText>The law requires this content, so it cannot be declared not covered. Write a section that covers it.</InsetText>
        ) : (
          <form method="post">
            <SubmissionKey value={submissionKey} />
            <Textarea name="reason" label="Your reason" labelSize="s" hint="The public reads it beside the item. One or two plain sentences." rows={5} defaultValue={typedOr(answer?.values, "reason", gap?.reason)} error={answer?.errors.fields.reason} />
            <Button>Declare it not covered</Button>
          </form>
        )}
      </div>
    </PortalFrame>
  );
}
