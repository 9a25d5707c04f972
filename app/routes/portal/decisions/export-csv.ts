import type { LoaderFunctionArgs } from "@remix-run/node";

import { requireMember } from "#app/auth/require-actor.server.ts";
import { decisionCells, decisionColumns } from "#app/domain/decisions/decision-cells.ts";
import { readDecisionQuery } from "#app/domain/decisions/decision-query.ts";
import { listAllDecisions } from "#app/domain/decisions/queries.server.ts";
import { writeCsv } from "#app/domain/shared/csv.server.ts";
import { bytes, privateCache } from "#app/http/responses.ts";

/** The decisions that are asked for. */
export async function loader({ request, params }: LoaderFunctionArgs) {
  const { actor, partnership } = await requireMember(request, params.partnership, "read-decisions");
  const rows = (await listAllDecisions(actor, partnership.id, readDecisionQuery(new URL(request.url).searchParams))).map(decisionCells);
  return bytes(`\u{FEFF}${writeCsv(decisionColumns, rows)}`, "text/csv; charset=utf-8", { filename: `${partnership.slug}-decisions.csv`, headers: { "Cache-Control": privateCache } });
}
