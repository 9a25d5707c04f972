import type { LoaderFunctionArgs } from "@remix-run/node";

import { templateOf } from "#app/domain/funding/lists/export-list.server.ts";

import { requireList } from "../require-year.server.ts";
import { linesCsv } from "./lines-csv.server.ts";

export async function loader({ request, params }: LoaderFunctionArgs) {
  const { list } = await requireList(request, params, "edit-funding");
  return linesCsv(templateOf(list), `${list}-template.csv`);
}
