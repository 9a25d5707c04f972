import type { LoaderFunctionArgs } from "@remix-run/node";

import { listPublishedPriorities } from "#app/domain/publication/priorities.server.ts";
import { priorityCells, priorityColumns } from "#app/domain/publication/priority-data.ts";
import { writeCsv } from "#app/domain/shared/csv.server.ts";
import { openCsv, openJsonError } from "#app/http/open-data.server.ts";

export async function loader({ request, params: { slug = "" } }: LoaderFunctionArgs) {
  const priorities = (await listPublishedPriorities(slug)).filter(({ state }) => state === "published");
  if (priorities.length === 0) return openJsonError(request, 404, "This partnership has published no priorities.");
  return openCsv(request, writeCsv(priorityColumns, priorityCells(priorities)), `${slug}-priorities.csv`);
}
