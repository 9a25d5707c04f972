import { data, type LoaderFunctionArgs } from "@remix-run/node";
import { type MetaFunction, useLoaderData } from "@remix-run/react";

import { partnershipFrame } from "#app/auth/frame.server.ts";
import { SectionComments } from "#app/components/comments/section-comments.tsx";
import { backText, documentPath, sectionPath } from "#app/components/drafting/paths.ts";
import { ThingsToPutRight } from "#app/components/drafting/section-editor.tsx";
import { PortalFrame } from "#app/components/frame/portal-frame.tsx";
import { BackLink } from "#app/components/govuk/back-link.tsx";
import { Button } from "#app/components/govuk/button.tsx";
import { Pagination } from "#app/components/govuk/pagination.tsx";
import { can } from "#app/domain/access/rules.ts";
import { findSectionComments } from "#app/domain/documents/comments/queries.server.ts";
import { findPreview } from "#app/domain/documents/section-queries.server.ts";
import { youngPeople } from "#app/domain/documents/vocabulary.ts";
import { readFlash } from "#app/http/flash.server.ts";
import { pageMeta } from "#app/http/page-meta.ts";
import { notFound, privateCache } from "#app/http/responses.ts";

import { requireDocument } from "./require-document.server.ts";

export const headers = () => ({ "Cache-Control": privateCache });
export const meta: MetaFunction<typeof loader> = ({ data: found }) => pageMeta({ title: `Preview: ${found?.section.title ?? "section"}`, partnership: found?.partnership.name, hidden: true });

export async function loader({ request, params }: LoaderFunctionArgs) {
  const member = await requireDocument(request, params, "read-drafts");
  const { partnership, at } = member;
  const section = await findPreview(member.actor, partnership.id, at.kind, params.section ?? "");
  if (!section) throw notFound();
  const { comments } = await findSectionComments(member.actor, { partnershipId: partnership.id, kind: at.kind }, section.id);
  const { flash, headers: once } = readFlash(request);
  return data({ frame: partnershipFrame(member), partnership, at: member.at, section, comments, flash, mayEdit: can(member.me, "edit-drafts", { partnershipId: partnership.id }) }, { headers: once });
}

export default function SectionPreview() {
  const { frame, at, section, comments, flash, mayEdit } = useLoaderData<typeof loader>();
  const forYoungPeople = section.audience === "young-people";
  const link = (to: typeof section.next) => (to ? { href: sectionPath(at, to.id, "preview"), labelText: to.title } : undefined);
  return (
    <PortalFrame {...frame} current={at.kind} flash={flash} before={<BackLink href={documentPath(at)} text={backText(at)} />}>
      <span className="govuk-caption-l">Draft, as it will read{forYoungPeople && `: ${youngPeople.page.toLowerCase()}`}</span>
      <h1 className="govuk-heading-l">{!forYoungPeople && `${String(section.number)}. `}{section.title}</h1>
      <p className="govuk-body muted">
        {section.words.toLocaleString("en-GB")} {section.words === 1 ? "word" : "words"}. {!forYoungPeople && (section.items.length > 0 ? `Covers: ${section.items.join("; ")}.` : "Covers no item of the guidance.")}
      </p>
      {mayEdit && <Button href={sectionPath(at, section.id)} variant="secondary">Change this {forYoungPeople ? "page" : "section"}</Button>}
      <ThingsToPutRight lines={section.lines} />
      {section.empty ? <p className="govuk-body">Nothing is written here yet.</p> : <div className="prose" dangerouslySetInnerHTML={{ __html: section.html }} />}
      <SectionComments at={at} sectionId={section.id} comments={comments} />
      <Pagination previous={link(section.previous)} next={link(section.next)} landmarkLabel="Sections" />
    </PortalFrame>
  );
}
