import { data, type LoaderFunctionArgs } from "@remix-run/node";
import { type MetaFunction, useLoaderData } from "@remix-run/react";

import { partnershipFrame } from "#app/auth/frame.server.ts";
import { requireMember } from "#app/auth/require-actor.server.ts";
import { DecisionsPage } from "#app/components/decisions/decisions-page.tsx";
import { PortalPage } from "#app/components/portal/portal-page.tsx";
import { can } from "#app/domain/access/rules.ts";
import { readDecisionQuery, readPage } from "#app/domain/decisions/decision-query.ts";
import { listDecisions } from "#app/domain/decisions/queries.server.ts";
import { readFlash } from "#app/http/flash.server.ts";
import { pageMeta } from "#app/http/page-meta.ts";
import { privateCache } from "#app/http/responses.ts";

const title = "Decisions";

export const headers = () => ({ "Cache-Control": privateCache });
export const meta: MetaFunction<typeof loader> = ({ data: page }) => pageMeta({ title, partnership: page?.partnership.name, hidden: true });

export async function loader({ request, params }: LoaderFunctionArgs) {
  const member = await requireMember(request, params.partnership, "read-decisions");
  const { actor, me, partnership } = member;
  const { flash, headers: once } = readFlash(request);
  const { searchParams } = new URL(request.url);
  const query = readDecisionQuery(searchParams);
  const list = await listDecisions(actor, partnership.id, query, readPage(searchParams));
  return data({ frame: partnershipFrame(member), partnership, flash, query, list, mayRecord: can(me, "record-decisions", { partnershipId: partnership.id }) }, { headers: once });
}

export default function Decisions() {
  const { frame, partnership, flash, query, list, mayRecord } = useLoaderData<typeof loader>();
  return (
    <PortalPage frame={frame} current="decisions" back={{ href: `/portal/${partnership.slug}`, text: "Back to home" }} caption={partnership.name} title={title} flash={flash} wide>
      <DecisionsPage slug={partnership.slug} query={query} mayRecord={mayRecord} {...list} />
    </PortalPage>
  );
}
