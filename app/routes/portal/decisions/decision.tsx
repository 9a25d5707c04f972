import { data, type LoaderFunctionArgs } from "@remix-run/node";
import { type MetaFunction, useLoaderData } from "@remix-run/react";

import { partnershipFrame } from "#app/auth/frame.server.ts";
import { DecisionPage } from "#app/components/decisions/decision-page.tsx";
import { decisionsPath } from "#app/components/decisions/paths.ts";
import { PortalPage } from "#app/components/portal/portal-page.tsx";
import { can } from "#app/domain/access/rules.ts";
import { listActionsOf } from "#app/domain/actions/queries.server.ts";
import { readFlash } from "#app/http/flash.server.ts";
import { pageMeta } from "#app/http/page-meta.ts";
import { privateCache } from "#app/http/responses.ts";

import { requireDecision } from "./require-decision.server.ts";

export const headers = () => ({ "Cache-Control": privateCache });
export const meta: MetaFunction<typeof loader> = ({ data: page }) => pageMeta({ title: page ? `Decision ${String(page.decision.number)}` : "Decision", partnership: page?.partnership.name, hidden: true });

export async function loader({ request, params }: LoaderFunctionArgs) {
  const member = await requireDecision(request, params, "read-decisions");
  const { actor, me, partnership, decision } = member;
  const { flash, headers: once } = readFlash(request);
  const subject = { partnershipId: partnership.id };
  const led = await listActionsOf(actor, partnership.id, { kind: "decision", id: decision.id });
  return data({ frame: partnershipFrame(member), partnership, flash, decision, mayRecord: can(me, "record-decisions", subject), ...led, mayRecordActions: can(me, "record-actions", subject) }, { headers: once });
}

export default function Decision() {
  const { frame, partnership, flash, ...shown } = useLoaderData<typeof loader>();
  const { number, sentence } = shown.decision;
  return (
    <PortalPage frame={frame} current="decisions" back={{ href: decisionsPath(partnership.slug), text: "Back to the decisions" }} caption={`Decision ${String(number)}`} title={sentence} flash={flash}>
      <DecisionPage slug={partnership.slug} {...shown} />
    </PortalPage>
  );
}
