import { data, type LoaderFunctionArgs } from "@remix-run/node";
import { type MetaFunction, useLoaderData } from "@remix-run/react";

import { partnershipFrame } from "#app/auth/frame.server.ts";
import { requireMember } from "#app/auth/require-actor.server.ts";
import { ArchiveRecord } from "#app/components/archive/archive-record.tsx";
import { ArchiveTable } from "#app/components/archive/archive-table.tsx";
import { archivePath } from "#app/components/archive/paths.ts";
import { PortalFrame } from "#app/components/frame/portal-frame.tsx";
import { BackLink } from "#app/components/govuk/back-link.tsx";
import { Button } from "#app/components/govuk/button.tsx";
import { can } from "#app/domain/access/rules.ts";
import { pathTo } from "#app/domain/publication/addresses.ts";
import type { ArchiveEntry } from "#app/domain/publication/archive.ts";
import { findArchive } from "#app/domain/publication/archive.server.ts";
import { readFlash } from "#app/http/flash.server.ts";
import { pageMeta } from "#app/http/page-meta.ts";
import { privateCache } from "#app/http/responses.ts";

export const headers = () => ({ "Cache-Control": privateCache });
export const meta: MetaFunction<typeof loader> = ({ data: found }) => pageMeta({ title: "Earlier documents", partnership: found?.partnership.name, hidden: true });

export async function loader({ request, params }: LoaderFunctionArgs) {
  const member = await requireMember(request, params.partnership, "read-drafts");
  const { me, partnership } = member;
  const subject = { partnershipId: partnership.id };
  const { flash, headers: once } = readFlash(request);
  const may = { edit: can(me, "edit-drafts", subject), remove: can(me, "take-down", subject), erase: can(me, "erase", subject) };
  return data({ frame: partnershipFrame(member), partnership, archive: await findArchive(partnership.slug), may, flash }, { headers: once });
}

export default function ArchiveList() {
  const { frame, partnership, archive, may, flash } = useLoaderData<typeof loader>();
  const { slug } = partnership;
  const { entries } = archive;
  return (
    <PortalFrame {...frame} flash={flash} before={<BackLink href={`/portal/${slug}`} text="Back to what needs you" />}>
      <span className="govuk-caption-l">{partnership.name}</span>
      <h1 className="govuk-heading-l">Earlier documents</h1>
      <p className="govuk-body">Arrangements and reports that were published elsewhere before, listed so that <a className="govuk-link" href={pathTo.archive(slug)}>what the public finds here</a> is whole. They were not signed here. What is added is public at once.</p>
      {entries.length === 0 && <p className="govuk-body">None is listed yet.{!may.edit && " A delegated safeguarding partner, the chair or the business manager can add them."}</p>}
      {may.edit && <Button href={archivePath(slug, "new")}>Add an earlier document</Button>}
      {entries.length > 0 && <ArchiveTable slug={slug} caption="Earlier documents" entries={entries} withKind act={may.edit || may.remove ? (entry) => <Acts slug={slug} entry={entry} mayEdit={may.edit} /> : undefined} />}
      <ArchiveRecord archive={archive} {...(may.erase ? { eraseHref: (entryId: string) => archivePath(slug, `${entryId}/erase`) } : {})} />
    </PortalFrame>
  );
}

function Acts({ slug, entry: { entryId, title }, mayEdit }: { slug: string; entry: ArchiveEntry; mayEdit: boolean }) {
  const of = <span className="govuk-visually-hidden"> “{title}”</span>;
  return (
    <>
      {mayEdit && <><a className="govuk-link" href={archivePath(slug, entryId)}>Correct{of}</a><br /></>}
      <a className="govuk-link" href={archivePath(slug, `${entryId}/remove`)}>Take off the list{of}</a>
    </>
  );
}
