import type { LoaderFunctionArgs } from "@remix-run/node";

import { publicDecisionCells, publicDecisionColumns } from "#app/domain/publication/decisions.ts";
import { writeCsv } from "#app/domain/shared/csv.server.ts";
import { openCsv } from "#app/http/open-data.server.ts";

import { readDecisions } from "./read-decisions.server.ts";

export async function loader({ request, params: { slug = "" } }: LoaderFunctionArgs) {
  const read = await readDecisions(request, slug);
  if (!read.ok) return read.answer;
  return openCsv(request, writeCsv(publicDecisionColumns, read.found.map((decision) => publicDecisionCells(read.origin, slug, decision))), `${slug}-decisions.csv`);
}
