import { data, type LoaderFunctionArgs } from "@remix-run/node";
import { type MetaFunction, useLoaderData } from "@remix-run/react";

import { partnershipFrame } from "#app/auth/frame.server.ts";
import { requireMember } from "#app/auth/require-actor.server.ts";
import { meetingsPath } from "#app/components/meetings/paths.ts";
import { QuorumPage } from "#app/components/meetings/quorum-page.tsx";
import { PortalPage } from "#app/components/portal/portal-page.tsx";
import { can } from "#app/domain/access/rules.ts";
import { listQuorumRules } from "#app/domain/meetings/quorum/record-rule.server.ts";
import { readFlash } from "#app/http/flash.server.ts";
import { pageMeta } from "#app/http/page-meta.ts";
import { privateCache } from "#app/http/responses.ts";

const title = "Quorum";

export const headers = () => ({ "Cache-Control": privateCache });
export const meta: MetaFunction<typeof loader> = ({ data: page }) => pageMeta({ title, partnership: page?.partnership.name, hidden: true });

export async function loader({ request, params }: LoaderFunctionArgs) {
  const member = await requireMember(request, params.partnership, "read-meetings");
  const { actor, me, partnership } = member;
  const { flash, headers: once } = readFlash(request);
  return data({ frame: partnershipFrame(member), partnership, flash, mayRecord: can(me, "record-meetings", { partnershipId: partnership.id }), ...(await listQuorumRules(actor, partnership.id)) }, { headers: once });
}

export default function Quorum() {
  const { frame, partnership, flash, ...shown } = useLoaderData<typeof loader>();
  return (
    <PortalPage frame={frame} current="meetings" back={{ href: meetingsPath(partnership.slug), text: "Back to the meetings" }} caption={partnership.name} title={title} flash={flash}>
      <QuorumPage slug={partnership.slug} {...shown} />
    </PortalPage>
  );
}
