import type { LoaderFunctionArgs } from "@remix-run/node";

import { listedCells } from "#app/domain/publication/agency-list.ts";
import { writeCsv } from "#app/domain/shared/csv.server.ts";
import { openCsv } from "#app/http/open-data.server.ts";

import { readAgencies } from "./read-agencies.server.ts";

export async function loader({ request, params: { slug } }: LoaderFunctionArgs) {
  const read = await readAgencies(request, slug);
  if (!read.ok) return read.answer;
  const { columns, rows } = listedCells(read.listed, read.published.facts.areas);
  return openCsv(request, writeCsv(columns, rows), `${slug ?? ""}-agencies.csv`);
}
