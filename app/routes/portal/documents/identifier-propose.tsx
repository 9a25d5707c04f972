import { type ActionFunctionArgs, data, type LoaderFunctionArgs } from "@remix-run/node";
import { useActionData, useLoaderData } from "@remix-run/react";

import { partnershipFrame } from "#app/auth/frame.server.ts";
import { requireConfirmed } from "#app/auth/require-confirmed.server.ts";
import { IdentifierState } from "#app/components/drafting/identifier-state.tsx";
import { identifierPath } from "#app/components/drafting/paths.ts";
import { PortalFrame } from "#app/components/frame/portal-frame.tsx";
import { BackLink } from "#app/components/govuk/back-link.tsx";
import { Button } from "#app/components/govuk/button.tsx";
import { ErrorSummary } from "#app/components/govuk/error-summary.tsx";
import { Textarea } from "#app/components/govuk/textarea.tsx";
import { SubmissionKey } from "#app/components/portal/submission-key.tsx";
import { overrideForm } from "#app/domain/documents/forms.server.ts";
import { proposeOverride } from "#app/domain/documents/propose-override.server.ts";
import { redirectWithFlash } from "#app/http/flash.server.ts";
import { typedOr } from "#app/http/form-values.ts";
import { pageMeta } from "#app/http/page-meta.ts";
import { fieldErrors, rawText, readForm } from "#app/http/parse-form.server.ts";
import { privateCache } from "#app/http/responses.ts";
import { newSubmissionKey, readSubmission, refusalResponse } from "#app/http/submission.server.ts";

import { requireIdentifier } from "./require-identifier.server.ts";
import { requireDocument } from "./require-document.server.ts";

export const headers = () => ({ "Cache-Control": privateCache });
export const meta = () => pageMeta({ title: "Ask for it to stand", hidden: true });

export async function loader({ request, params }: LoaderFunctionArgs) {
  const member = await requireIdentifier(request, params);
  await requireConfirmed(request, member.me);
  return data({ frame: partnershipFrame(member), partnership: member.partnership, at: member.at, view: member.view, submissionKey: newSubmissionKey() });
}

export async function action({ request, params }: ActionFunctionArgs) {
  const { actor, me, partnership, at } = await requireDocument(request, params, "override-detector");
  const values = await readForm(request);
  const input = overrideForm.safeParse({ reason: rawText(values, "reason") });
  if (!input.success) return data({ values, errors: fieldErrors(input.error) }, { status: 422 });
  const fingerprint = params.fingerprint ?? "";
  const outcome = await proposeOverride(actor, { partnershipId: partnership.id, kind: at.kind, fingerprint, ...input.data }, readSubmission(values));
  const path = identifierPath(at, fingerprint);
  if (!outcome.ok && outcome.refusal === "identity-not-confirmed") await requireConfirmed(request, me);
  if (!outcome.ok) throw refusalResponse(outcome, { href: path, text: "See what the check found" });
  return redirectWithFlash(request, path, { type: "success", text: "Your reason is kept. Somebody else must now confirm." });
}

export default function Propose() {
  const { frame, at, view, submissionKey } = useLoaderData<typeof loader>();
  const answer = useActionData<typeof action>();
  return (
    <PortalFrame {...frame} current={at.kind} before={<BackLink href={identifierPath(at, view.fingerprint)} />}>
      <ErrorSummary errors={answer?.errors.summary ?? []} />
      <h1 className="govuk-heading-l">Ask for it to stand</h1>
      <IdentifierState at={at} view={view} />
      <form method="post">
        <SubmissionKey value={submissionKey} />
        <Textarea name="reason" label="Why may it be published?" labelSize="s" hint="Say what it is. Do not repeat it here. A second person reads this before they confirm." rows={4} defaultValue={typedOr(answer?.values, "reason", "")} error={answer?.errors.fields.reason} />
        <Button>Ask for it to stand</Button>
      </form>
    </PortalFrame>
  );
}
