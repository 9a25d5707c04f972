import type { LoaderFunctionArgs } from "@remix-run/node";

import { nationalTable } from "#app/domain/publication/national-funding.ts";
import { tableCells } from "#app/domain/publication/table-data.ts";
import { writeCsv } from "#app/domain/shared/csv.server.ts";
import { openCsv, openJsonError } from "#app/http/open-data.server.ts";

import { readNationalFunding } from "./read-funding.server.ts";

export async function loader({ request }: LoaderFunctionArgs) {
  const { query, rows } = await readNationalFunding(request);
  if (!query) return openJsonError(request, 404, "No funding is published yet.");
  const { columns, rows: cells } = tableCells(nationalTable(rows, query));
  return openCsv(request, writeCsv(columns, cells), `funding-${query.year}.csv`);
}
