import type { LoaderFunctionArgs } from "@remix-run/node";

import { fundingTableData } from "#app/domain/publication/funding-data.ts";
import { readFundingTable } from "#app/domain/publication/funding-tables.ts";
import { openJson, openJsonError } from "#app/http/open-data.server.ts";

import { findFundingData } from "./find-data.server.ts";

export async function loader({ request, params }: LoaderFunctionArgs) {
  const name = readFundingTable(params.table);
  if (!name) return openJsonError(request, 404, "There is no such table.");
  const found = await findFundingData(request, params.slug, params.year ?? "");
  return found.ok ? openJson(request, fundingTableData(new URL(request.url).origin, name, found.funding)) : found.answer;
}
