import type { LoaderFunctionArgs } from "@remix-run/node";
import { type MetaFunction, useLoaderData } from "@remix-run/react";

import { partnershipFrame } from "#app/auth/frame.server.ts";
import { ArchiveTable } from "#app/components/archive/archive-table.tsx";
import { archivePath } from "#app/components/archive/paths.ts";
import { backText, documentPath } from "#app/components/drafting/paths.ts";
import { PortalFrame } from "#app/components/frame/portal-frame.tsx";
import { BackLink } from "#app/components/govuk/back-link.tsx";
import { VersionsTable } from "#app/components/versions/versions-table.tsx";
import { can } from "#app/domain/access/rules.ts";
import { listCorrectedNotes } from "#app/domain/documents/correct-version.server.ts";
import { documentWords } from "#app/domain/documents/vocabulary.ts";
import { countOf } from "#app/domain/documents/version-state.ts";
import { listVersions } from "#app/domain/documents/version-queries.server.ts";
import { findArchive } from "#app/domain/publication/archive.server.ts";
import { pageMeta } from "#app/http/page-meta.ts";
import { privateCache } from "#app/http/responses.ts";

import { requireDocument } from "../require-document.server.ts";

export const headers = () => ({ "Cache-Control": privateCache });
export const meta: MetaFunction<typeof loader> = ({ data: found }) => pageMeta({ title: `Versions of ${documentWords(found?.at.kind ?? "arrangements").the}`, hidden: true });

export async function loader({ request, params }: LoaderFunctionArgs) {
  const member = await requireDocument(request, params, "read-drafts");
  const { entries } = await findArchive(member.partnership.slug);
  return {
    frame: partnershipFrame(member),
    partnership: member.partnership,
    at: member.at,
    corrected: await listCorrectedNotes(member.actor, member.partnership.id, member.at.kind),
    earlier: entries.filter((entry) => entry.kind === member.at.kind),
    mayEdit: can(member.me, "edit-drafts", { partnershipId: member.partnership.id }),
    versions: await listVersions(member.actor, member.partnership.id, member.at.kind),
  };
}

export default function Versions() {
  const { frame, partnership, at, versions, corrected, earlier, mayEdit } = useLoaderData<typeof loader>();
  const draft = documentPath(at);
  return (
    <PortalFrame {...frame} current={at.kind} before={<BackLink href={draft} text={backText(at)} />}>
      <span className="govuk-caption-l">{partnership.name}</span>
      <h1 className="govuk-heading-l">Versions of {documentWords(at.kind).the}</h1>
      {versions.length === 0 ? (
        <p className="govuk-body">
          No version has been frozen yet. When the draft is ready, a delegated safeguarding partner, the chair or the business manager freezes it here for signature.{" "}
          <a className="govuk-link" href={draft}>Open the draft</a>
        </p>
      ) : (
        <>
          <p className="govuk-body">{countOf(versions.length, "version")}. A frozen version never changes; editing goes on in the <a className="govuk-link" href={draft}>draft</a>.</p>
          <VersionsTable at={at} versions={versions} corrected={corrected} />
        </>
      )}
      <h2 className="govuk-heading-m">Published before this site was used</h2>
      {earlier.length === 0 && <p className="govuk-body">Nothing is listed. Earlier documents, with their period and a PDF or a web address, make the public list whole.</p>}
      {earlier.length > 0 && <ArchiveTable slug={at.slug} caption="Published before this site was used" entries={earlier} />}
      <p className="govuk-body">
        {mayEdit && <><a className="govuk-link" href={`${archivePath(at.slug, "new")}?kind=${at.kind}`}>Add an earlier document</a> · </>}
        <a className="govuk-link" href={archivePath(at.slug)}>All earlier documents</a>
      </p>
    </PortalFrame>
  );
}
