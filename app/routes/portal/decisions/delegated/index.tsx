import { data, type LoaderFunctionArgs } from "@remix-run/node";
import { type MetaFunction, useLoaderData } from "@remix-run/react";

import { partnershipFrame } from "#app/auth/frame.server.ts";
import { requireMember } from "#app/auth/require-actor.server.ts";
import { DelegatedPage } from "#app/components/decisions/delegated-page.tsx";
import { decisionsPath } from "#app/components/decisions/paths.ts";
import { PortalPage } from "#app/components/portal/portal-page.tsx";
import { can } from "#app/domain/access/rules.ts";
import { getPowers } from "#app/domain/decisions/powers.server.ts";
import { readFlash } from "#app/http/flash.server.ts";
import { pageMeta } from "#app/http/page-meta.ts";
import { privateCache } from "#app/http/responses.ts";

const title = "What is delegated";

export const headers = () => ({ "Cache-Control": privateCache });
export const meta: MetaFunction<typeof loader> = ({ data: page }) => pageMeta({ title, partnership: page?.partnership.name, hidden: true });

export async function loader({ request, params }: LoaderFunctionArgs) {
  const member = await requireMember(request, params.partnership, "read-decisions");
  const { actor, me, partnership } = member;
  const { flash, headers: once } = readFlash(request);
  const { powers } = await getPowers(actor, partnership.id);
  const mine = powers.filter(({ seatId }) => can(me, "delegate", { partnershipId: partnership.id, seatId })).map((seat) => seat.seatId);
  return data({ frame: partnershipFrame(member), partnership, flash, powers, mine }, { headers: once });
}

export default function Delegated() {
  const { frame, partnership, flash, powers, mine } = useLoaderData<typeof loader>();
  return (
    <PortalPage frame={frame} current="decisions" back={{ href: decisionsPath(partnership.slug), text: "Back to the decisions" }} caption="Decisions" title={title} flash={flash} wide>
      <DelegatedPage slug={partnership.slug} powers={powers} mine={mine} />
    </PortalPage>
  );
}
