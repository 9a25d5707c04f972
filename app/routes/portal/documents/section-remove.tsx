import { type ActionFunctionArgs, data, type LoaderFunctionArgs } from "@remix-run/node";
import { type MetaFunction, useLoaderData } from "@remix-run/react";

import { partnershipFrame } from "#app/auth/frame.server.ts";
import { documentPath, sectionPath } from "#app/components/drafting/paths.ts";
import { PortalFrame } from "#app/components/frame/portal-frame.tsx";
import { BackLink } from "#app/components/govuk/back-link.tsx";
import { Button, ButtonGroup } from "#app/components/govuk/button.tsx";
import { SubmissionKey } from "#app/components/portal/submission-key.tsx";
import { removeForm } from "#app/domain/documents/forms.server.ts";
import { removeSection } from "#app/domain/documents/remove-section.server.ts";
import { redirectWithFlash } from "#app/http/flash.server.ts";
import { pageMeta } from "#app/http/page-meta.ts";
import { readForm, toObject } from "#app/http/parse-form.server.ts";
import { privateCache, redirectTo, refused } from "#app/http/responses.ts";
import { newSubmissionKey, readSubmission, refusalResponse } from "#app/http/submission.server.ts";

import { requireSection } from "./require-section.server.ts";
import { requireDocument } from "./require-document.server.ts";

export const headers = () => ({ "Cache-Control": privateCache });
export const meta: MetaFunction<typeof loader> = ({ data: found }) => pageMeta({ title: `Remove “${found?.section.title ?? "section"}”`, partnership: found?.partnership.name, hidden: true });

export async function loader({ request, params }: LoaderFunctionArgs) {
  const member = await requireSection(request, params);
  const { partnership, section, at } = member;
  if (section.removed) throw redirectTo(sectionPath(at, section.id));
  return data({ frame: partnershipFrame(member), partnership, at: member.at, section, submissionKey: newSubmissionKey() });
}

export async function action({ request, params }: ActionFunctionArgs) {
  const { actor, partnership, at } = await requireDocument(request, params, "edit-drafts");
  const values = await readForm(request);
  const input = removeForm.safeParse(toObject(values));
  if (!input.success) throw refused(400, { message: "The form is incomplete. Open the page again and send it once more." });
  const sectionId = params.section ?? "";
  const outcome = await removeSection(actor, { partnershipId: partnership.id, kind: at.kind, sectionId, ...input.data }, readSubmission(values));
  if (!outcome.ok) throw refusalResponse(outcome, { href: sectionPath(at, sectionId), text: "Open the section" });
  return redirectWithFlash(request, documentPath(at, "sections"), { type: "success", text: `“${outcome.value.title}” is removed. Its text is kept.` });
}

export default function RemoveSection() {
  const { frame, at, section, submissionKey } = useLoaderData<typeof loader>();
  const only = section.guidance.filter((item) => section.items.includes(item.id) && (section.elsewhere[item.id] ?? []).length === 0 && item.inForce);
  const back = sectionPath(at, section.id);
  return (
    <PortalFrame {...frame} current={at.kind} before={<BackLink href={back} />}>
      <h1 className="govuk-heading-l">Remove “{section.title}”?</h1>
      <p className="govuk-body">It will no longer be in the draft. Its text and every earlier save are kept, and it can be put back. Versions that are frozen do not change.</p>
      {only.length > 0 && (
        <>
          <p className="govuk-body">No other section covers:</p>
          <ul className="govuk-list govuk-list--bullet">
            {only.map((item) => <li key={item.id}>{item.title} ({item.strength === "must" ? "required by law" : "should be covered, or a reason given"})</li>)}
          </ul>
        </>
      )}
      <form method="post">
        <SubmissionKey value={submissionKey} />
        <input type="hidden" name="revision" value={section.revision} />
        <ButtonGroup>
          <Button variant="warning">Remove the {section.audience === "young-people" ? "page" : "section"}</Button>
          <a className="govuk-link" href={back}>Keep it</a>
        </ButtonGroup>
      </form>
    </PortalFrame>
  );
}
