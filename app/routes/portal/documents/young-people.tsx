import { type ActionFunctionArgs, data, type LoaderFunctionArgs } from "@remix-run/node";
import { type MetaFunction, useLoaderData } from "@remix-run/react";

import { partnershipFrame } from "#app/auth/frame.server.ts";
import { backText, documentPath, sectionPath } from "#app/components/drafting/paths.ts";
import { YoungPeopleHints } from "#app/components/drafting/young-people-hints.tsx";
import { PortalFrame } from "#app/components/frame/portal-frame.tsx";
import { BackLink } from "#app/components/govuk/back-link.tsx";
import { Button, ButtonGroup } from "#app/components/govuk/button.tsx";
import { SubmissionKey } from "#app/components/portal/submission-key.tsx";
import { addYoungPeoplePage } from "#app/domain/documents/add-young-people-page.server.ts";
import { findOverview } from "#app/domain/documents/draft-queries.server.ts";
import { documentWords, youngPeople } from "#app/domain/documents/vocabulary.ts";
import { redirectWithFlash } from "#app/http/flash.server.ts";
import { pageMeta } from "#app/http/page-meta.ts";
import { readForm } from "#app/http/parse-form.server.ts";
import { notFound, privateCache, redirectTo } from "#app/http/responses.ts";
import { newSubmissionKey, readSubmission, refusalResponse } from "#app/http/submission.server.ts";

import { requireDocument } from "./require-document.server.ts";

export const headers = () => ({ "Cache-Control": privateCache });
export const meta: MetaFunction<typeof loader> = ({ data: found }) => pageMeta({ title: youngPeople.page, partnership: found?.partnership.name, hidden: true });

/** Where there is a page already, even a removed one, this address leads to it. */
export async function loader({ request, params }: LoaderFunctionArgs) {
  const member = await requireDocument(request, params, "edit-drafts");
  const { partnership, at } = member;
  const overview = await findOverview(member.actor, partnership.id, at.kind);
  if (!overview?.started) throw notFound();
  const { youngPeople: page } = overview;
  if (page.state !== "not-started") throw redirectTo(sectionPath(at, page.state === "there" ? page.section.id : page.sectionId));
  return data({ frame: partnershipFrame(member), partnership, at, submissionKey: newSubmissionKey() });
}

export async function action({ request, params }: ActionFunctionArgs) {
  const { actor, partnership, at } = await requireDocument(request, params, "edit-drafts");
  const values = await readForm(request);
  const outcome = await addYoungPeoplePage(actor, { partnershipId: partnership.id, kind: at.kind }, readSubmission(values));
  if (!outcome.ok) throw refusalResponse(outcome, { href: documentPath(at, "young-people"), text: "Open the page" });
  return redirectWithFlash(request, sectionPath(at, outcome.value.sectionId), { type: "success", text: "The page is started. Write it here." });
}

export default function YoungPeople() {
  const { frame, partnership, at, submissionKey } = useLoaderData<typeof loader>();
  return (
    <PortalFrame {...frame} current={at.kind} before={<BackLink href={documentPath(at)} text={backText(at)} />}>
      <span className="govuk-caption-l">{partnership.name}</span>
      <h1 className="govuk-heading-l">{youngPeople.page}</h1>
      <p className="govuk-body-l">One short page that tells children here what {documentWords(at.kind).the} {documentWords(at.kind).are === "are" ? "mean" : "means"} for them.</p>
      <p className="govuk-body">It is optional. It is part of the same document: the lead safeguarding partners sign it with the rest. The public finds it at an address of its own, in larger type, and as the last part of the PDF.</p>
      <h2 className="govuk-heading-m">What makes a good one</h2>
      <YoungPeopleHints />
      <form method="post">
        <SubmissionKey value={submissionKey} />
        <ButtonGroup>
          <Button>Write this page</Button>
          <a className="govuk-link" href={documentPath(at)}>Not now</a>
        </ButtonGroup>
      </form>
    </PortalFrame>
  );
}
