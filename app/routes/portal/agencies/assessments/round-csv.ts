import type { LoaderFunctionArgs } from "@remix-run/node";

import { listRatedAnswers } from "#app/domain/agencies/assessments/figures.server.ts";
import { roundColumns, roundRows } from "#app/domain/agencies/assessments/round-csv.ts";
import { writeCsv } from "#app/domain/shared/csv.server.ts";
import { bytes, privateCache } from "#app/http/responses.ts";

import { requireRound } from "./require.server.ts";

/** A round with each agency’s ratings, as a file. */
export async function loader({ request, params }: LoaderFunctionArgs) {
  const { actor, partnership, round, set, returns } = await requireRound(request, params, "oversee-assessments");
  const rows = roundRows(set, returns, await listRatedAnswers(actor, partnership.id, round.id));
  return bytes(`\u{FEFF}${writeCsv(roundColumns(set), rows)}`, "text/csv; charset=utf-8", { filename: `${partnership.slug}-${round.setId}.csv`, headers: { "Cache-Control": privateCache } });
}
