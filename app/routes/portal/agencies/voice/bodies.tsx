import type { LoaderFunctionArgs } from "@remix-run/node";
import { type MetaFunction, useLoaderData } from "@remix-run/react";

import { partnershipFrame } from "#app/auth/frame.server.ts";
import { requireMember } from "#app/auth/require-actor.server.ts";
import { agenciesPath } from "#app/components/agencies/paths.ts";
import { AgencyLines } from "#app/components/agencies/voice/agency-lines.tsx";
import { LineSearch, LinesFound } from "#app/components/agencies/voice/line-search.tsx";
import { PortalPage } from "#app/components/portal/portal-page.tsx";
import { readLineQuery } from "#app/domain/agencies/voice/line-query.ts";
import { findPossibleBodies } from "#app/domain/agencies/voice/queries.server.ts";
import { pageMeta } from "#app/http/page-meta.ts";
import { privateCache } from "#app/http/responses.ts";

const title = "Which agency speaks for others?";

export const headers = () => ({ "Cache-Control": privateCache });
export const meta: MetaFunction<typeof loader> = ({ data: page }) => pageMeta({ title, partnership: page?.partnership.name, hidden: true });

export async function loader({ request, params }: LoaderFunctionArgs) {
  const member = await requireMember(request, params.partnership, "record-voice");
  const { searchParams } = new URL(request.url);
  const query = readLineQuery({ q: searchParams.get("q"), setting: searchParams.get("setting") });
  const { found, ...list } = await findPossibleBodies(member.actor, member.partnership.id, query, searchParams.get("page"));
  return { frame: partnershipFrame(member), partnership: member.partnership, query, found, list };
}

export default function ChooseBody() {
  const { frame, partnership, query, found, list } = useLoaderData<typeof loader>();
  const path = agenciesPath(partnership.slug, "voice/bodies");
  return (
    <PortalPage frame={frame} current="agencies" back={{ href: agenciesPath(partnership.slug, "voice"), text: "Back to who speaks for whom" }} caption="Who speaks for whom" title={title}>
      <p className="govuk-body">Choose it from the register. If it is not there, <a className="govuk-link" href={agenciesPath(partnership.slug, "new")}>add it to the register</a> first.</p>
      <LineSearch path={path} query={query} label="Find an agency" />
      <LinesFound path={path} query={query} found={found} words="that may speak for others" />
      <AgencyLines caption="Agencies" path={path} query={query} list={list} linkTo={(id) => `${path}/${id}/details`} />
    </PortalPage>
  );
}
