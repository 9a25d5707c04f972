import type { LoaderFunctionArgs } from "@remix-run/node";

import { requireMember } from "#app/auth/require-actor.server.ts";
import { actionCells, actionColumns } from "#app/domain/actions/action-cells.ts";
import { readActionQuery } from "#app/domain/actions/action-query.ts";
import { listAllActions } from "#app/domain/actions/queries.server.ts";
import { writeCsv } from "#app/domain/shared/csv.server.ts";
import { bytes, privateCache } from "#app/http/responses.ts";

/** The actions that are asked for, of those the reader may read. */
export async function loader({ request, params }: LoaderFunctionArgs) {
  const { actor, partnership } = await requireMember(request, params.partnership, "read-actions");
  const { today, items } = await listAllActions(actor, partnership.id, readActionQuery(new URL(request.url).searchParams));
  return bytes(`\u{FEFF}${writeCsv(actionColumns, items.map((action) => actionCells(action, today)))}`, "text/csv; charset=utf-8", { filename: `${partnership.slug}-actions.csv`, headers: { "Cache-Control": privateCache } });
}
