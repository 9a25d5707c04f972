import { data, type LoaderFunctionArgs } from "@remix-run/node";
import { type MetaFunction, useLoaderData } from "@remix-run/react";

import { partnershipFrame } from "#app/auth/frame.server.ts";
import { OrderList } from "#app/components/drafting/order-list.tsx";
import { backText, documentPath, sectionPath } from "#app/components/drafting/paths.ts";
import { PortalFrame } from "#app/components/frame/portal-frame.tsx";
import { BackLink } from "#app/components/govuk/back-link.tsx";
import { findOverview, listRemoved } from "#app/domain/documents/draft-queries.server.ts";
import { showDate } from "#app/domain/shared/dates.ts";
import { readFlash } from "#app/http/flash.server.ts";
import { pageMeta } from "#app/http/page-meta.ts";
import { notFound, privateCache } from "#app/http/responses.ts";
import { newSubmissionKey } from "#app/http/submission.server.ts";

import { requireDocument } from "./require-document.server.ts";

export const headers = () => ({ "Cache-Control": privateCache });
export const meta: MetaFunction<typeof loader> = ({ data: found }) => pageMeta({ title: "Order of the sections", partnership: found?.partnership.name, hidden: true });

export async function loader({ request, params }: LoaderFunctionArgs) {
  const member = await requireDocument(request, params, "edit-drafts");
  const { partnership, at } = member;
  const overview = await findOverview(member.actor, partnership.id, at.kind);
  if (!overview?.started) throw notFound();
  const { flash, headers: once } = readFlash(request);
  const sections = overview.sections.map(({ id, number, title }) => ({ id, number, title, submissionKey: newSubmissionKey() }));
  const removed = await listRemoved(member.actor, partnership.id, at.kind);
  return data({ frame: partnershipFrame(member), partnership, at: member.at, sections, removed, flash }, { headers: once });
}

export default function Order() {
  const { frame, at, sections, removed, flash } = useLoaderData<typeof loader>();
  return (
    <PortalFrame {...frame} current={at.kind} flash={flash} before={<BackLink href={documentPath(at)} text={backText(at)} />}>
      <h1 className="govuk-heading-l">Order of the sections</h1>
      <p className="govuk-body">Readers see the sections in this order, with these numbers. <a className="govuk-link" href={documentPath(at, "sections/new")}>Add a section</a></p>
      {sections.length > 0 ? <OrderList at={at} sections={sections} /> : <p className="govuk-body">There are no sections.</p>}
      {removed.length > 0 && (
        <>
          <h2 className="govuk-heading-m">Removed sections</h2>
          <p className="govuk-body">Their text is kept. Open one to read it or put it back.</p>
          <ul className="govuk-list govuk-list--bullet">
            {removed.map((section) => (
              <li key={section.id}><a className="govuk-link" href={sectionPath(at, section.id)}>{section.title}</a>, removed on {showDate(section.removedAt)}</li>
            ))}
          </ul>
        </>
      )}
    </PortalFrame>
  );
}
