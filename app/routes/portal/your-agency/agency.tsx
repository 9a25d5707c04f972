import { data, type LoaderFunctionArgs } from "@remix-run/node";
import { type MetaFunction, useLoaderData } from "@remix-run/react";

import { partnershipFrame } from "#app/auth/frame.server.ts";
import { OwnAgencyPage } from "#app/components/agencies/own/own-agency-page.tsx";
import { ownPath } from "#app/components/agencies/own/paths.ts";
import { requestLinks } from "#app/components/agencies/own/work-links.ts";
import { PortalPage } from "#app/components/portal/portal-page.tsx";
import { listOwnAgencies } from "#app/domain/agencies/own/queries.server.ts";
import { listRequests } from "#app/domain/agencies/requests/queries.server.ts";
import { listNaming } from "#app/domain/publication/agency-list.server.ts";
import { readFlash } from "#app/http/flash.server.ts";
import { pageMeta } from "#app/http/page-meta.ts";
import { privateCache } from "#app/http/responses.ts";
import { newSubmissionKey } from "#app/http/submission.server.ts";

import { requireOwn } from "./require-own.server.ts";

export const headers = () => ({ "Cache-Control": privateCache });
export const meta: MetaFunction<typeof loader> = ({ data: page }) => pageMeta({ title: page?.own.agency.legalName ?? "Your agency", partnership: page?.partnership.name, hidden: true });

export async function loader({ request, params }: LoaderFunctionArgs) {
  const member = await requireOwn(request, params);
  const { actor, partnership, own } = member;
  const { flash, headers: once } = readFlash(request);
  const naming = await listNaming(own.agency.agencyId);
  const representedBy = naming.find((each) => each.partnership.id === partnership.id)?.representedBy ?? [];
  const { requests } = await listRequests(actor, partnership.id);
  const several = (await listOwnAgencies(actor, partnership.id)).length > 1;
  return data({ frame: partnershipFrame(member), partnership, flash, own, representedBy, several, work: requestLinks(partnership.slug, own.agency.id, requests), submissionKey: newSubmissionKey() }, { headers: once });
}

export default function YourAgency() {
  const { frame, partnership, flash, several, ...shown } = useLoaderData<typeof loader>();
  const back = several ? { href: ownPath(partnership.slug), text: "Back to your agencies" } : { href: `/portal/${partnership.slug}/people`, text: "Back to People" };
  return (
    <PortalPage frame={frame} current="agencies" back={back} caption="Your agency" title={shown.own.agency.legalName} flash={flash}>
      <OwnAgencyPage slug={partnership.slug} partnership={partnership.name} {...shown} />
    </PortalPage>
  );
}
