import type { LoaderFunctionArgs } from "@remix-run/node";

import { exportList } from "#app/domain/funding/lists/export-list.server.ts";
import { notFound } from "#app/http/responses.ts";

import { requireList } from "../require-year.server.ts";
import { linesCsv } from "./lines-csv.server.ts";

export async function loader({ request, params }: LoaderFunctionArgs) {
  const { actor, partnership, year, list } = await requireList(request, params, "read-drafts");
  const text = await exportList(actor, partnership.id, year, list);
  if (text === null) throw notFound();
  return linesCsv(text, `${partnership.slug}-${list}-${year}.csv`);
}
