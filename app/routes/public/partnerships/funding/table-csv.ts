import type { LoaderFunctionArgs } from "@remix-run/node";

import { fundingTable, readFundingTable } from "#app/domain/publication/funding-tables.ts";
import { tableCells } from "#app/domain/publication/table-data.ts";
import { writeCsv } from "#app/domain/shared/csv.server.ts";
import { openCsv, openJsonError } from "#app/http/open-data.server.ts";

import { findFundingData } from "./find-data.server.ts";

export async function loader({ request, params }: LoaderFunctionArgs) {
  const name = readFundingTable(params.table);
  if (!name) return openJsonError(request, 404, "There is no such table.");
  const found = await findFundingData(request, params.slug, params.year ?? "");
  if (!found.ok) return found.answer;
  const { columns, rows } = tableCells(fundingTable(name, found.funding));
  return openCsv(request, writeCsv(columns, rows), `${params.slug ?? ""}-funding-${found.funding.snapshot.facts.year}-${name}.csv`);
}
