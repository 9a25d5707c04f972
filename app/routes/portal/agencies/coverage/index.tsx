import type { LoaderFunctionArgs } from "@remix-run/node";
import { type MetaFunction, useLoaderData } from "@remix-run/react";

import { partnershipFrame } from "#app/auth/frame.server.ts";
import { requireMember } from "#app/auth/require-actor.server.ts";
import { AgenciesNav } from "#app/components/agencies/agencies-nav.tsx";
import { CoveragePage } from "#app/components/agencies/coverage/coverage-page.tsx";
import { agenciesPath } from "#app/components/agencies/paths.ts";
import { drawCoverage } from "#app/components/charts/coverage-chart.server.ts";
import { PortalPage } from "#app/components/portal/portal-page.tsx";
import { can } from "#app/domain/access/rules.ts";
import { getCoverage } from "#app/domain/agencies/coverage/queries.server.ts";
import { pageMeta } from "#app/http/page-meta.ts";
import { privateCache } from "#app/http/responses.ts";

const title = "Who is named, of what is open";

export const headers = () => ({ "Cache-Control": privateCache });
export const meta: MetaFunction<typeof loader> = ({ data: page }) => pageMeta({ title, partnership: page?.partnership.name, hidden: true });

export async function loader({ request, params }: LoaderFunctionArgs) {
  const member = await requireMember(request, params.partnership, "read-agencies");
  const { actor, me, partnership } = member;
  const coverage = await getCoverage(actor, partnership.id);
  const charts = { gias: drawCoverage(coverage.gias), "early-years": drawCoverage(coverage["early-years"]) };
  return { frame: partnershipFrame(member), partnership, coverage, charts, mayEdit: can(me, "edit-agencies", { partnershipId: partnership.id }) };
}

export default function AgenciesCoverage() {
  const { frame, partnership, ...shown } = useLoaderData<typeof loader>();
  const { slug } = partnership;
  return (
    <PortalPage frame={frame} current="agencies" back={{ href: agenciesPath(slug), text: "Back to the register" }} caption="Relevant agencies" title={title} wide>
      <AgenciesNav slug={slug} current="coverage" />
      <CoveragePage slug={slug} {...shown} />
    </PortalPage>
  );
}
