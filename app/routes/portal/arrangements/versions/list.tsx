import type { LoaderFunctionArgs } from "@remix-run/node";
import { useLoaderData } from "@remix-run/react";

import { partnershipFrame } from "#app/auth/frame.server.ts";
import { requireMember } from "#app/auth/require-actor.server.ts";
import { PortalFrame } from "#app/components/frame/portal-frame.tsx";
import { BackLink } from "#app/components/govuk/back-link.tsx";
import { VersionsTable } from "#app/components/versions/versions-table.tsx";
import { countOf } from "#app/domain/documents/version-state.ts";
import { listVersions } from "#app/domain/documents/version-queries.server.ts";
import { pageMeta } from "#app/http/page-meta.ts";
import { privateCache } from "#app/http/responses.ts";

export const headers = () => ({ "Cache-Control": privateCache });
export const meta = () => pageMeta({ title: "Versions of the arrangements", hidden: true });

export async function loader({ request, params }: LoaderFunctionArgs) {
  const member = await requireMember(request, params.partnership, "read-drafts");
  return {
    frame: partnershipFrame(member),
    partnership: member.partnership,
    versions: await listVersions(member.actor, member.partnership.id, "arrangements"),
  };
}

export default function Versions() {
  const { frame, partnership, versions } = useLoaderData<typeof loader>();
  const draft = `/portal/${partnership.slug}/arrangements`;
  return (
    <PortalFrame {...frame} current="arrangements" before={<BackLink href={draft} text="Back to the arrangements" />}>
      <span className="govuk-caption-l">{partnership.name}</span>
      <h1 className="govuk-heading-l">Versions of the arrangements</h1>
      {versions.length === 0 ? (
        <p className="govuk-body">
          No version has been frozen yet. When the draft is ready, a delegated safeguarding partner, the chair or the business manager freezes it here for signature.{" "}
          <a className="govuk-link" href={draft}>Open the draft</a>
        </p>
      ) : (
        <>
          <p className="govuk-body">{countOf(versions.length, "version")}. A frozen version never changes; editing goes on in the <a className="govuk-link" href={draft}>draft</a>.</p>
          <VersionsTable slug={partnership.slug} versions={versions} />
        </>
      )}
    </PortalFrame>
  );
}
