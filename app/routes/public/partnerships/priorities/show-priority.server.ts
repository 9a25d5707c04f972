import { data } from "@remix-run/node";

import { drawMeasure } from "#app/components/charts/measure-chart.server.ts";
import type { PublicPriorityProps } from "#app/components/publication/priorities/priority-page.tsx";
import { findPublishedPriority } from "#app/domain/publication/priorities.server.ts";
import { notFound } from "#app/http/responses.ts";

interface Params {
  slug?: string;
  priority?: string;
  update?: string;
}

const ordinal = /^[1-9]\d{0,8}$/;

/** The priority that an address names, or null. */
export async function findPriority({ slug = "", priority = "", update }: Params) {
  if (!ordinal.test(priority) || (update !== undefined && !ordinal.test(update))) return null;
  return findPublishedPriority(slug, Number(priority), update === undefined ? undefined : Number(update));
}

/** What the page of a priority, or of one update of it, shows; 410 where it was taken down. */
export async function showPriority(request: Request, params: Params) {
  const found = await findPriority(params);
  if (!found) throw notFound();
  const { shown } = found;
  const charts = Object.fromEntries((shown.outline?.measures ?? []).map((measure) => [String(measure.number), drawMeasure(measure, String(shown.facts.priority))]));
  const props: PublicPriorityProps = { ...found, charts, origin: new URL(request.url).origin };
  return data(props, { status: shown.outline ? 200 : 410 });
}
