import type { LoaderFunctionArgs } from "@remix-run/node";

import { pathTo } from "#app/domain/publication/addresses.ts";
import { listPublishedPriorities } from "#app/domain/publication/priorities.server.ts";
import { priorityData } from "#app/domain/publication/priority-data.ts";
import { openJson, openJsonError } from "#app/http/open-data.server.ts";

export async function loader({ request, params: { slug = "" } }: LoaderFunctionArgs) {
  const { origin } = new URL(request.url);
  const priorities = await listPublishedPriorities(slug);
  if (priorities.length === 0) return openJsonError(request, 404, "This partnership has published no priorities.");
  return openJson(request, { priorities: priorities.map((priority) => priorityData(origin, priority)), links: { html: origin + pathTo.priorities(slug), csv: `${origin}${pathTo.priorities(slug)}.csv` } });
}
