import { data, type LoaderFunctionArgs } from "@remix-run/node";
import { type MetaFunction, useLoaderData } from "@remix-run/react";

import { partnershipFrame } from "#app/auth/frame.server.ts";
import { EscalationPage } from "#app/components/escalations/escalation-page.tsx";
import { escalationsPath } from "#app/components/escalations/paths.ts";
import { PortalPage } from "#app/components/portal/portal-page.tsx";
import { can } from "#app/domain/access/rules.ts";
import { readFlash } from "#app/http/flash.server.ts";
import { pageMeta } from "#app/http/page-meta.ts";
import { privateCache } from "#app/http/responses.ts";

import { requireEscalation } from "./require-escalation.server.ts";

export const headers = () => ({ "Cache-Control": privateCache });
export const meta: MetaFunction<typeof loader> = ({ data: page }) => pageMeta({ title: page ? `Escalation ${String(page.escalation.number)}` : "Escalation", partnership: page?.partnership.name, hidden: true });

export async function loader({ request, params }: LoaderFunctionArgs) {
  const member = await requireEscalation(request, params, "read-escalations");
  const { me, partnership, escalation, steps, today } = member;
  const { flash, headers: once } = readFlash(request);
  return data({ frame: partnershipFrame(member), partnership, flash, escalation, steps, today, mayRecord: can(me, "record-escalations", { partnershipId: partnership.id }) }, { headers: once });
}

export default function Escalation() {
  const { frame, partnership, flash, ...shown } = useLoaderData<typeof loader>();
  return (
    <PortalPage frame={frame} current="decisions" back={{ href: escalationsPath(partnership.slug), text: "Back to the escalations" }} caption={`Escalation ${String(shown.escalation.number)}`} title={shown.escalation.subject} flash={flash}>
      <EscalationPage slug={partnership.slug} {...shown} />
    </PortalPage>
  );
}
