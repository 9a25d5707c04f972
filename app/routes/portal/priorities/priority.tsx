import { data, type LoaderFunctionArgs } from "@remix-run/node";
import { type MetaFunction, useLoaderData } from "@remix-run/react";

import { partnershipFrame } from "#app/auth/frame.server.ts";
import { drawMeasure } from "#app/components/charts/measure-chart.server.ts";
import { PortalPage } from "#app/components/portal/portal-page.tsx";
import { prioritiesPath } from "#app/components/priorities/paths.ts";
import { PriorityPage } from "#app/components/priorities/priority-page.tsx";
import { can } from "#app/domain/access/rules.ts";
import { listActionsOf } from "#app/domain/actions/queries.server.ts";
import { showMeasure } from "#app/domain/priorities/shown-measure.ts";
import { listPriorityUpdates } from "#app/domain/publication/priorities.server.ts";
import { readFlash } from "#app/http/flash.server.ts";
import { pageMeta } from "#app/http/page-meta.ts";
import { privateCache } from "#app/http/responses.ts";

import { requirePriority } from "./require-priority.server.ts";

export const headers = () => ({ "Cache-Control": privateCache });
export const meta: MetaFunction<typeof loader> = ({ data: page }) => pageMeta({ title: page?.priority.title ?? "Priority", partnership: page?.partnership.name, hidden: true });

export async function loader({ request, params }: LoaderFunctionArgs) {
  const member = await requirePriority(request, params, "read-priorities");
  const { me, partnership, priority, statements, moves, today } = member;
  const { flash, headers: once } = readFlash(request);
  const may = (permission: Parameters<typeof can>[1]) => can(me, permission, { partnershipId: partnership.id });
  const leads = me.holds.some((held) => held.partnershipId === partnership.id && (held.role === "chair" || (held.role === "dsp" && held.seatId === priority.lead.seatId)));
  const { actions } = await listActionsOf(member.actor, partnership.id, { kind: "priority", id: priority.id });
  const published = (await listPriorityUpdates(partnership.slug)).findLast(({ facts }) => facts.priority === priority.number) ?? null;
  const charts = Object.fromEntries(priority.measures.map((measure) => [String(measure.number), drawMeasure(showMeasure(measure, priority.measures), String(priority.number))]));
  return data({ frame: partnershipFrame(member), partnership, flash, today, priority, statements, moves, charts, published, actions, may: { recordActions: priority.state !== "closed" && may("record-actions"), publish: may("publish-priorities"), withdraw: may("withdraw"), takeDown: may("take-down"), edit: may("edit-priorities"), agree: may("agree-priorities"), conclude: leads && may("conclude-priorities") } }, { headers: once });
}

export default function Priority() {
  const { frame, partnership, flash, ...shown } = useLoaderData<typeof loader>();
  return (
    <PortalPage frame={frame} current="priorities" back={{ href: prioritiesPath(partnership.slug), text: "Back to the priorities" }} caption={`Priority ${String(shown.priority.number)}`} title={shown.priority.title} flash={flash}>
      <PriorityPage slug={partnership.slug} {...shown} />
    </PortalPage>
  );
}
