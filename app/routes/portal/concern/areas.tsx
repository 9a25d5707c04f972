import { data, type LoaderFunctionArgs, type MetaFunction } from "@remix-run/node";
import { useLoaderData } from "@remix-run/react";

import { partnershipFrame } from "#app/auth/frame.server.ts";
import { requireMember } from "#app/auth/require-actor.server.ts";
import { AreaCard } from "#app/components/concern/area-card.tsx";
import { PortalFrame } from "#app/components/frame/portal-frame.tsx";
import { BackLink } from "#app/components/govuk/back-link.tsx";
import { NotificationBanner } from "#app/components/govuk/notification-banner.tsx";
import { listAreaContacts } from "#app/domain/concern/queries.server.ts";
import { pathTo } from "#app/domain/publication/addresses.ts";
import { readFlash } from "#app/http/flash.server.ts";
import { pageMeta } from "#app/http/page-meta.ts";
import { privateCache } from "#app/http/responses.ts";

export async function loader({ request, params }: LoaderFunctionArgs) {
  const member = await requireMember(request, params.partnership, "record-contacts");
  const { flash, headers } = readFlash(request);
  return data({ frame: partnershipFrame(member), partnership: member.partnership, areas: await listAreaContacts(member.actor, member.partnership.id), flash }, { headers });
}

export const headers = () => ({ "Cache-Control": privateCache });

export const meta: MetaFunction<typeof loader> = ({ data: page }) => pageMeta({ title: "How to report a concern", partnership: page?.partnership.name, hidden: true });

export default function ConcernAreas() {
  const { frame, partnership, areas, flash } = useLoaderData<typeof loader>();
  const known = areas.filter((area) => area.contact).length;
  return (
    <PortalFrame {...frame} current="people" before={<BackLink href={`/portal/${partnership.slug}/people`} text="Back to People" />}>
      {flash && <NotificationBanner type={flash.type} text={flash.text} />}
      <h1 className="govuk-heading-l">How to report a concern</h1>
      <p className="govuk-body">
        {known === areas.length ? "Numbers are recorded for every council." : `Numbers are recorded for ${String(known)} of ${String(areas.length)} ${areas.length === 1 ? "council" : "councils"}. For the rest the public page says how to find the council.`}
        {" "}They stand on <a className="govuk-link" href={pathTo.reportAConcern(partnership.slug)}>your public page</a>, with the day they were last checked.
      </p>
      <ul className="seats">{areas.map((area) => <AreaCard key={area.areaCode} area={area} href={`/portal/${partnership.slug}/report-a-concern/${area.areaCode}`} />)}</ul>
    </PortalFrame>
  );
}
