import { data, type LoaderFunctionArgs } from "@remix-run/node";
import { type MetaFunction, useLoaderData } from "@remix-run/react";

import { partnershipFrame } from "#app/auth/frame.server.ts";
import { requireMember } from "#app/auth/require-actor.server.ts";
import { RequestsPage } from "#app/components/agencies/requests/requests-page.tsx";
import { PortalPage } from "#app/components/portal/portal-page.tsx";
import { can } from "#app/domain/access/rules.ts";
import { listRequests } from "#app/domain/agencies/requests/queries.server.ts";
import { countByState, findRequests, readRequestQuery, requestersOf, requestsOnPage } from "#app/domain/agencies/requests/request-query.ts";
import { pageOf } from "#app/domain/publication/search.ts";
import { readFlash } from "#app/http/flash.server.ts";
import { pageMeta } from "#app/http/page-meta.ts";
import { privateCache } from "#app/http/responses.ts";

const title = "Requests for information";

export const headers = () => ({ "Cache-Control": privateCache });
export const meta: MetaFunction<typeof loader> = ({ data: page }) => pageMeta({ title, partnership: page?.partnership.name, hidden: true });

export async function loader({ request, params }: LoaderFunctionArgs) {
  const member = await requireMember(request, params.partnership, "read-information-requests");
  const { actor, me, partnership } = member;
  const { flash, headers: once } = readFlash(request);
  const { searchParams } = new URL(request.url);
  const query = readRequestQuery(searchParams);
  const { today, requests } = await listRequests(actor, partnership.id);
  const found = findRequests(requests, query);
  const subject = { partnershipId: partnership.id };
  const may = { record: can(me, "record-information-requests", subject), readRegister: can(me, "read-agencies", subject) };
  return data(
    { frame: partnershipFrame(member), partnership, flash, today, query, counts: countByState(requests), requesters: requestersOf(requests), found: found.length, list: pageOf(found, searchParams.get("page"), requestsOnPage), may },
    { headers: once },
  );
}

export default function Requests() {
  const { frame, partnership, flash, ...shown } = useLoaderData<typeof loader>();
  const back = shown.may.readRegister ? { href: `/portal/${partnership.slug}`, text: "Back to what needs you" } : { href: `/portal/${partnership.slug}/people`, text: "Back to people" };
  return (
    <PortalPage frame={frame} current="agencies" back={back} caption={partnership.name} title={title} flash={flash} wide>
      <RequestsPage slug={partnership.slug} {...shown} />
    </PortalPage>
  );
}
