import { type LoaderFunctionArgs } from "@remix-run/node";
import { type MetaFunction, useLoaderData } from "@remix-run/react";

import { partnershipFrame } from "#app/auth/frame.server.ts";
import { PortalFrame } from "#app/components/frame/portal-frame.tsx";
import { Panel } from "#app/components/govuk/panel.tsx";
import { versionPath } from "#app/components/versions/paths.ts";
import { SeatsSigned } from "#app/components/versions/seats-signed.tsx";
import { WhatNext } from "#app/components/versions/what-next.tsx";
import { versionActions } from "#app/domain/documents/version-actions.ts";
import { showMoment } from "#app/domain/shared/dates.ts";
import { documentWords } from "#app/domain/documents/vocabulary.ts";
import { pageMeta } from "#app/http/page-meta.ts";
import { notFound, privateCache } from "#app/http/responses.ts";

import { requireSeat, requireVersion } from "./require-version.server.ts";

export const headers = () => ({ "Cache-Control": privateCache });
export const meta: MetaFunction<typeof loader> = ({ data: found }) => pageMeta({ title: `You signed version ${String(found?.version.number ?? "")}`, hidden: true });

/** The confirmation of one's own signature; for anybody else there is nothing here. */
export async function loader({ request, params }: LoaderFunctionArgs) {
  const member = await requireVersion(request, params);
  const { version, partnership, me } = member;
  const seat = requireSeat(version, params.seat);
  if (seat.signature?.personId !== me.personId) throw notFound();
  return {
    frame: partnershipFrame(member),
    partnership,
    at: member.at,
    version,
    organisation: seat.organisation,
    signature: seat.signature,
    next: versionActions(me, partnership.id, version).filter((action) => action.main),
  };
}

export default function Signed() {
  const { frame, partnership, at, version, organisation, signature, next } = useLoaderData<typeof loader>();
  return (
    <PortalFrame {...frame} current={at.kind}>
      <div className="govuk-grid-row">
        <div className="govuk-grid-column-two-thirds">
          <Panel titleText={`You signed version ${String(version.number)}`}>
            Your reference<br /><strong>{signature.reference}</strong>
          </Panel>
          <p className="govuk-body">You signed {documentWords(at.kind).the} for {organisation} on {showMoment(signature.signedAt)}. Keep the reference: it is also on the version’s page, and is published with your name and office.</p>
          <WhatNext at={at} version={version} next={next} />
        </div>
      </div>
      <h2 className="govuk-heading-m">Signatures</h2>
      <SeatsSigned seats={version.seats} open={version.status === "awaiting"} />
      <p className="govuk-body"><a className="govuk-link" href={versionPath(at, version.number)}>See version {version.number}</a></p>
      <p className="govuk-body"><a className="govuk-link" href={`/portal/${partnership.slug}`}>See what needs you</a></p>
    </PortalFrame>
  );
}
