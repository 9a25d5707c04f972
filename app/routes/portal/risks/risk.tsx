import { data, type LoaderFunctionArgs } from "@remix-run/node";
import { type MetaFunction, useLoaderData } from "@remix-run/react";

import { partnershipFrame } from "#app/auth/frame.server.ts";
import { PortalPage } from "#app/components/portal/portal-page.tsx";
import { risksPath } from "#app/components/risks/paths.ts";
import { RiskPage } from "#app/components/risks/risk-page.tsx";
import { can } from "#app/domain/access/rules.ts";
import { readFlash } from "#app/http/flash.server.ts";
import { pageMeta } from "#app/http/page-meta.ts";
import { privateCache } from "#app/http/responses.ts";

import { requireRisk } from "./require-risk.server.ts";

export const headers = () => ({ "Cache-Control": privateCache });
export const meta: MetaFunction<typeof loader> = ({ data: page }) => pageMeta({ title: page ? `Risk ${String(page.risk.number)}` : "Risk", partnership: page?.partnership.name, hidden: true });

export async function loader({ request, params }: LoaderFunctionArgs) {
  const member = await requireRisk(request, params, "read-risks");
  const { me, partnership, risk, reviews, today } = member;
  const { flash, headers: once } = readFlash(request);
  return data({ frame: partnershipFrame(member), partnership, flash, risk, reviews, today, mayReview: can(me, "review-risks", { partnershipId: partnership.id }) }, { headers: once });
}

export default function Risk() {
  const { frame, partnership, flash, ...shown } = useLoaderData<typeof loader>();
  return (
    <PortalPage frame={frame} current="decisions" back={{ href: risksPath(partnership.slug), text: "Back to the risks" }} caption={`Risk ${String(shown.risk.number)}`} title={shown.risk.title} flash={flash}>
      <RiskPage slug={partnership.slug} {...shown} />
    </PortalPage>
  );
}
