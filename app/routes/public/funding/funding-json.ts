import type { LoaderFunctionArgs } from "@remix-run/node";

import { nationalTable } from "#app/domain/publication/national-funding.ts";
import { tableData } from "#app/domain/publication/table-data.ts";
import { licence } from "#app/domain/publication/vocabulary.ts";
import { openJson, openJsonError } from "#app/http/open-data.server.ts";

import { readNationalFunding } from "./read-funding.server.ts";

export async function loader({ request }: LoaderFunctionArgs) {
  const { query, rows } = await readNationalFunding(request);
  return query ? openJson(request, { year: query.year, sort: query.sort, order: query.descending ? "descending" : "ascending", rows: tableData(nationalTable(rows, query)), licence }) : openJsonError(request, 404, "No funding is published yet.");
}
