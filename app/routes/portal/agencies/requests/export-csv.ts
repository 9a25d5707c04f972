import type { LoaderFunctionArgs } from "@remix-run/node";

import { requireMember } from "#app/auth/require-actor.server.ts";
import { listRequests } from "#app/domain/agencies/requests/queries.server.ts";
import { requestCells, requestColumns } from "#app/domain/agencies/requests/request-cells.ts";
import { findRequests, readRequestQuery } from "#app/domain/agencies/requests/request-query.ts";
import { writeCsv } from "#app/domain/shared/csv.server.ts";
import { bytes, privateCache } from "#app/http/responses.ts";

/** The requests that are asked for, of those the reader may read. */
export async function loader({ request, params }: LoaderFunctionArgs) {
  const { actor, partnership } = await requireMember(request, params.partnership, "read-information-requests");
  const { requests } = await listRequests(actor, partnership.id);
  const rows = findRequests(requests, readRequestQuery(new URL(request.url).searchParams)).map(requestCells);
  return bytes(`\u{FEFF}${writeCsv(requestColumns, rows)}`, "text/csv; charset=utf-8", { filename: `${partnership.slug}-information-requests.csv`, headers: { "Cache-Control": privateCache } });
}
