import { data, type LoaderFunctionArgs } from "@remix-run/node";
import { type MetaFunction, useLoaderData } from "@remix-run/react";

import { partnershipFrame } from "#app/auth/frame.server.ts";
import { assessmentsPath } from "#app/components/agencies/assessments/paths.ts";
import { RoundPage } from "#app/components/agencies/assessments/round-page.tsx";
import { PortalPage } from "#app/components/portal/portal-page.tsx";
import { can } from "#app/domain/access/rules.ts";
import { readRoundQuery } from "#app/domain/agencies/assessments/round-query.ts";
import { readFlash } from "#app/http/flash.server.ts";
import { pageMeta } from "#app/http/page-meta.ts";
import { privateCache } from "#app/http/responses.ts";

import { requireRound } from "./require.server.ts";

export const headers = () => ({ "Cache-Control": privateCache });
export const meta: MetaFunction<typeof loader> = ({ data: page }) => pageMeta({ title: page?.round.title ?? "Round", partnership: page?.partnership.name, hidden: true });

export async function loader({ request, params }: LoaderFunctionArgs) {
  const found = await requireRound(request, params, "oversee-assessments");
  const { me, partnership, today, round, returns, withoutAccount } = found;
  const { flash, headers: once } = readFlash(request);
  const { searchParams } = new URL(request.url);
  const subject = { partnershipId: partnership.id };
  const may = { issue: can(me, "issue-assessments", subject), challenge: can(me, "challenge-assessments", subject) };
  return data({ frame: partnershipFrame(found), partnership, flash, today, round, returns, withoutAccount, query: readRoundQuery(searchParams), page: searchParams.get("page"), may }, { headers: once });
}

export default function Round() {
  const { frame, partnership, flash, ...shown } = useLoaderData<typeof loader>();
  return (
    <PortalPage frame={frame} current="assessments" back={{ href: assessmentsPath(partnership.slug), text: "Back to self-assessments" }} caption="Self-assessments" title={shown.round.title} flash={flash} wide>
      <RoundPage slug={partnership.slug} {...shown} />
    </PortalPage>
  );
}
