import type { LoaderFunctionArgs } from "@remix-run/node";
import { type MetaFunction, useLoaderData } from "@remix-run/react";

import { partnershipFrame } from "#app/auth/frame.server.ts";
import { backText, documentPath } from "#app/components/drafting/paths.ts";
import { PortalFrame } from "#app/components/frame/portal-frame.tsx";
import { BackLink } from "#app/components/govuk/back-link.tsx";
import { VersionsTable } from "#app/components/versions/versions-table.tsx";
import { listCorrectedNotes } from "#app/domain/documents/correct-version.server.ts";
import { documentWords } from "#app/domain/documents/vocabulary.ts";
import { countOf } from "#app/domain/documents/version-state.ts";
import { listVersions } from "#app/domain/documents/version-queries.server.ts";
import { pageMeta } from "#app/http/page-meta.ts";
import { privateCache } from "#app/http/responses.ts";

import { requireDocument } from "../require-document.server.ts";

export const headers = () => ({ "Cache-Control": privateCache });
export const meta: MetaFunction<typeof loader> = ({ data: found }) => pageMeta({ title: `Versions of ${documentWords[found?.at.kind ?? "arrangements"].the}`, hidden: true });

export async function loader({ request, params }: LoaderFunctionArgs) {
  const member = await requireDocument(request, params, "read-drafts");
  return {
    frame: partnershipFrame(member),
    partnership: member.partnership,
    at: member.at,
    corrected: await listCorrectedNotes(member.actor, member.partnership.id, member.at.kind),
    versions: await listVersions(member.actor, member.partnership.id, member.at.kind),
  };
}

export default function Versions() {
  const { frame, partnership, at, versions, corrected } = useLoaderData<typeof loader>();
  const draft = documentPath(at);
  return (
    <PortalFrame {...frame} current={at.kind} before={<BackLink href={draft} text={backText(at)} />}>
      <span className="govuk-caption-l">{partnership.name}</span>
      <h1 className="govuk-heading-l">Versions of {documentWords[at.kind].the}</h1>
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
    </PortalFrame>
  );
}
