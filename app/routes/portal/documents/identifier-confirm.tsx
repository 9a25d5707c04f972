import { type ActionFunctionArgs, data, type LoaderFunctionArgs } from "@remix-run/node";
import { useLoaderData } from "@remix-run/react";

import { partnershipFrame } from "#app/auth/frame.server.ts";
import { requireConfirmed } from "#app/auth/require-confirmed.server.ts";
import { IdentifierState } from "#app/components/drafting/identifier-state.tsx";
import { identifierPath } from "#app/components/drafting/paths.ts";
import { PortalFrame } from "#app/components/frame/portal-frame.tsx";
import { BackLink } from "#app/components/govuk/back-link.tsx";
import { Button, ButtonGroup } from "#app/components/govuk/button.tsx";
import { SubmissionKey } from "#app/components/portal/submission-key.tsx";
import { confirmOverride } from "#app/domain/documents/confirm-override.server.ts";
import { redirectWithFlash } from "#app/http/flash.server.ts";
import { pageMeta } from "#app/http/page-meta.ts";
import { readForm } from "#app/http/parse-form.server.ts";
import { notFound, privateCache } from "#app/http/responses.ts";
import { newSubmissionKey, readSubmission, refusalResponse } from "#app/http/submission.server.ts";

import { requireIdentifier } from "./require-identifier.server.ts";
import { requireDocument } from "./require-document.server.ts";

export const headers = () => ({ "Cache-Control": privateCache });
export const meta = () => pageMeta({ title: "Decide whether it may stand", hidden: true });

export async function loader({ request, params }: LoaderFunctionArgs) {
  const member = await requireIdentifier(request, params);
  if (!member.view.proposal) throw notFound();
  await requireConfirmed(request, member.me);
  return data({ frame: partnershipFrame(member), partnership: member.partnership, at: member.at, view: member.view, submissionKey: newSubmissionKey() });
}

export async function action({ request, params }: ActionFunctionArgs) {
  const { actor, me, partnership, at } = await requireDocument(request, params, "override-detector");
  const submission = readSubmission(await readForm(request));
  const fingerprint = params.fingerprint ?? "";
  const outcome = await confirmOverride(actor, { partnershipId: partnership.id, kind: at.kind, fingerprint }, submission);
  const path = identifierPath(at, fingerprint);
  if (!outcome.ok && outcome.refusal === "identity-not-confirmed") await requireConfirmed(request, me);
  if (!outcome.ok) throw refusalResponse(outcome, { href: path, text: "See what the check found" });
  return redirectWithFlash(request, path, { type: "success", text: "It may stand. It is now a warning, which needs a reason when freezing." });
}

export default function Confirm() {
  const { frame, at, view, submissionKey } = useLoaderData<typeof loader>();
  return (
    <PortalFrame {...frame} current={at.kind} before={<BackLink href={identifierPath(at, view.fingerprint)} />}>
      <h1 className="govuk-heading-l">Decide whether it may stand</h1>
      <IdentifierState at={at} view={view} />
      <p className="govuk-body">Open the place and read it. Confirm only if it identifies nobody. Otherwise have it taken out.</p>
      <form method="post">
        <SubmissionKey value={submissionKey} />
        <ButtonGroup>
          <Button variant="warning">Confirm that it may stand</Button>
          <a className="govuk-link" href={identifierPath(at, view.fingerprint)}>Leave it blocked</a>
        </ButtonGroup>
      </form>
    </PortalFrame>
  );
}
