import { data, type LoaderFunctionArgs } from "@remix-run/node";
import { type MetaFunction, useLoaderData } from "@remix-run/react";

import { partnershipFrame } from "#app/auth/frame.server.ts";
import { requireMember } from "#app/auth/require-actor.server.ts";
import { decisionsPath } from "#app/components/decisions/paths.ts";
import { PortalPage } from "#app/components/portal/portal-page.tsx";
import { RisksPage } from "#app/components/risks/risks-page.tsx";
import { can } from "#app/domain/access/rules.ts";
import { listRisks } from "#app/domain/risks/queries.server.ts";
import { readFlash } from "#app/http/flash.server.ts";
import { pageMeta } from "#app/http/page-meta.ts";
import { privateCache } from "#app/http/responses.ts";

const title = "Risks";

export const headers = () => ({ "Cache-Control": privateCache });
export const meta: MetaFunction<typeof loader> = ({ data: page }) => pageMeta({ title, partnership: page?.partnership.name, hidden: true });

export async function loader({ request, params }: LoaderFunctionArgs) {
  const member = await requireMember(request, params.partnership, "read-risks");
  const { actor, me, partnership } = member;
  const { flash, headers: once } = readFlash(request);
  return data({ frame: partnershipFrame(member), partnership, flash, list: await listRisks(actor, partnership.id), mayRecord: can(me, "record-risks", { partnershipId: partnership.id }) }, { headers: once });
}

export default function Risks() {
  const { frame, partnership, flash, list, mayRecord } = useLoaderData<typeof loader>();
  return (
    <PortalPage frame={frame} current="decisions" back={{ href: decisionsPath(partnership.slug), text: "Back to the decisions" }} caption="Decisions" title={title} flash={flash} wide>
      <RisksPage slug={partnership.slug} {...list} mayRecord={mayRecord} />
    </PortalPage>
  );
}
