import { data, type LoaderFunctionArgs } from "@remix-run/node";
import { type MetaFunction, useLoaderData } from "@remix-run/react";

import { partnershipFrame } from "#app/auth/frame.server.ts";
import { AgencyPage } from "#app/components/agencies/agency-page.tsx";
import { OwnStanding } from "#app/components/agencies/own/own-standing.tsx";
import { agenciesPath } from "#app/components/agencies/paths.ts";
import { AgencyVoice } from "#app/components/agencies/voice/agency-voice.tsx";
import { PortalPage } from "#app/components/portal/portal-page.tsx";
import { can } from "#app/domain/access/rules.ts";
import { getAgencyNotices } from "#app/domain/agencies/notices/queries.server.ts";
import { getChoices } from "#app/domain/agencies/queries.server.ts";
import { findOwnStanding } from "#app/domain/agencies/own/queries.server.ts";
import { findVoiceOf } from "#app/domain/agencies/voice/queries.server.ts";
import { listWithholdings } from "#app/domain/agencies/withholdings/queries.server.ts";
import { readFlash } from "#app/http/flash.server.ts";
import { pageMeta } from "#app/http/page-meta.ts";
import { privateCache } from "#app/http/responses.ts";
import { newSubmissionKey } from "#app/http/submission.server.ts";

import { requireAgency } from "./require-agency.server.ts";

export const headers = () => ({ "Cache-Control": privateCache });
export const meta: MetaFunction<typeof loader> = ({ data: page }) => pageMeta({ title: page?.agency.legalName ?? "Agency", partnership: page?.partnership.name, hidden: true });

export async function loader({ request, params }: LoaderFunctionArgs) {
  const member = await requireAgency(request, params, "read-agencies");
  const { actor, me, partnership, agency } = member;
  const { flash, headers: once } = readFlash(request);
  const subject = { partnershipId: partnership.id };
  return data(
    { frame: partnershipFrame(member), partnership, flash, agency, choices: await getChoices(actor, partnership.id), notices: await getAgencyNotices(actor, partnership.id, agency.id), withholdings: await listWithholdings(actor, partnership.id, agency.id), voice: await findVoiceOf(actor, partnership.id, agency.id), standing: await findOwnStanding(actor, agency.id), may: { edit: can(me, "edit-agencies", subject), name: can(me, "name-agencies", subject), tell: can(me, "tell-agencies", subject), ask: can(me, "record-information-requests", subject) }, submissionKey: newSubmissionKey() },
    { headers: once },
  );
}

export default function Agency() {
  const { frame, partnership, flash, voice, standing, ...shown } = useLoaderData<typeof loader>();
  return (
    <PortalPage frame={frame} current="agencies" back={{ href: agenciesPath(partnership.slug), text: "Back to the register" }} caption="Relevant agencies" title={shown.agency.legalName} flash={flash}>
      <OwnStanding slug={partnership.slug} openChangeId={standing.openChangeId} />
      <AgencyPage slug={partnership.slug} acknowledgedBy={standing.acknowledgedBy} {...shown} />
      <AgencyVoice slug={partnership.slug} agencyId={shown.agency.id} voice={voice} mayRecord={shown.may.edit && shown.agency.status !== "withdrawn"} />
    </PortalPage>
  );
}
