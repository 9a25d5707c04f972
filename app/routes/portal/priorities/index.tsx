import { data, type LoaderFunctionArgs } from "@remix-run/node";
import { type MetaFunction, useLoaderData } from "@remix-run/react";

import { partnershipFrame } from "#app/auth/frame.server.ts";
import { requireMember } from "#app/auth/require-actor.server.ts";
import { PortalPage } from "#app/components/portal/portal-page.tsx";
import { PrioritiesPage } from "#app/components/priorities/priorities-page.tsx";
import { can } from "#app/domain/access/rules.ts";
import { listPriorities } from "#app/domain/priorities/queries.server.ts";
import { readFlash } from "#app/http/flash.server.ts";
import { pageMeta } from "#app/http/page-meta.ts";
import { privateCache } from "#app/http/responses.ts";

const title = "Priorities";

export const headers = () => ({ "Cache-Control": privateCache });
export const meta: MetaFunction<typeof loader> = ({ data: page }) => pageMeta({ title, partnership: page?.partnership.name, hidden: true });

export async function loader({ request, params }: LoaderFunctionArgs) {
  const member = await requireMember(request, params.partnership, "read-priorities");
  const { actor, me, partnership } = member;
  const { flash, headers: once } = readFlash(request);
  return data({ frame: partnershipFrame(member), partnership, flash, ...(await listPriorities(actor, partnership.id)), mayEdit: can(me, "edit-priorities", { partnershipId: partnership.id }) }, { headers: once });
}

export default function Priorities() {
  const { frame, partnership, flash, ...shown } = useLoaderData<typeof loader>();
  return (
    <PortalPage frame={frame} current="priorities" back={{ href: `/portal/${partnership.slug}`, text: "Back to what needs you" }} caption={partnership.name} title={title} flash={flash} wide>
      <PrioritiesPage slug={partnership.slug} {...shown} />
    </PortalPage>
  );
}
