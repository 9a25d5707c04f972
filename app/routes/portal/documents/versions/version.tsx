import { data, type LoaderFunctionArgs } from "@remix-run/node";
import { type MetaFunction, useLoaderData } from "@remix-run/react";

import { partnershipFrame } from "#app/auth/frame.server.ts";
import { PortalFrame } from "#app/components/frame/portal-frame.tsx";
import { BackLink } from "#app/components/govuk/back-link.tsx";
import { NotificationBanner } from "#app/components/govuk/notification-banner.tsx";
import { Tag } from "#app/components/govuk/tag.tsx";
import { publicVersionPath, versionsPath } from "#app/components/versions/paths.ts";
import { ScheduleNotice } from "#app/components/versions/schedule-notice.tsx";
import { SeatsSigned } from "#app/components/versions/seats-signed.tsx";
import { MainActions, OtherActions } from "#app/components/versions/version-actions.tsx";
import { VersionNotices } from "#app/components/versions/version-notices.tsx";
import { VersionRecord } from "#app/components/versions/version-record.tsx";
import { WarningsTable } from "#app/components/versions/warnings-table.tsx";
import { listCorrections } from "#app/domain/documents/correct-version.server.ts";
import { versionActions } from "#app/domain/documents/version-actions.ts";
import { stateLabel, stateLine, stateTone } from "#app/domain/documents/version-state.ts";
import { documentWords } from "#app/domain/documents/vocabulary.ts";
import { readFlash } from "#app/http/flash.server.ts";
import { pageMeta } from "#app/http/page-meta.ts";
import { privateCache } from "#app/http/responses.ts";

import { requireVersion } from "./require-version.server.ts";

export const headers = () => ({ "Cache-Control": privateCache });
export const meta: MetaFunction<typeof loader> = ({ data: found }) => pageMeta({ title: `Version ${String(found?.version.number ?? "")} of ${documentWords(found?.at.kind ?? "arrangements").the}`, hidden: true });

export async function loader({ request, params }: LoaderFunctionArgs) {
  const member = await requireVersion(request, params);
  const { flash, headers: once } = readFlash(request);
  const { version, partnership, me } = member;
  const corrections = version.publishedAt && !version.takedown ? await listCorrections(member.actor, partnership.id, version.id) : [];
  return data({ frame: partnershipFrame(member), partnership, at: member.at, version, corrections, flash, actions: versionActions(me, partnership.id, version) }, { headers: once });
}

export default function Version() {
  const { frame, partnership, at, version, corrections, actions, flash } = useLoaderData<typeof loader>();
  return (
    <PortalFrame {...frame} current={at.kind} before={<BackLink href={versionsPath(at)} text="Back to all versions" />}>
      {flash && <NotificationBanner type="success" text={flash.text}>{flash.link && <a className="govuk-notification-banner__link" href={flash.link.href}>{flash.link.text}</a>}</NotificationBanner>}
      <span className="govuk-caption-l">{partnership.name}</span>
      <h1 className="govuk-heading-l">{documentWords(at.kind).name}, version {version.number}</h1>
      <p className="govuk-body"><Tag text={stateLabel(version)} tone={stateTone(version)} /></p>
      <p className="govuk-body-l">{stateLine(version)}.</p>
      <ScheduleNotice version={version} />
      <VersionNotices at={at} version={version} corrections={corrections} />
      <MainActions at={at} number={version.number} actions={actions} />
      {version.publishedAt && <p className="govuk-body"><a className="govuk-link" href={publicVersionPath(at, version.number)}>The public page of this version</a></p>}
      <h2 className="govuk-heading-m">Signatures</h2>
      <SeatsSigned seats={version.seats} open={version.status === "awaiting"} declinedBy={version.decline?.seatId} />
      <h2 className="govuk-heading-m">What was frozen</h2>
      <VersionRecord at={at} version={version} corrections={corrections} />
      <h2 className="govuk-heading-m">Warnings when it was frozen</h2>
      <WarningsTable warnings={version.warnings} />
      <OtherActions at={at} number={version.number} actions={actions} />
    </PortalFrame>
  );
}
