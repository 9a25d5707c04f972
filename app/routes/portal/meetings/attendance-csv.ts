import type { LoaderFunctionArgs } from "@remix-run/node";

import { requireMember } from "#app/auth/require-actor.server.ts";
import { figureCells, figureColumns } from "#app/domain/meetings/attendance/figures.ts";
import { readPeriod } from "#app/domain/meetings/attendance/period.server.ts";
import { getAttendanceFigures, readToday } from "#app/domain/meetings/attendance/read-figures.server.ts";
import { writeCsv } from "#app/domain/shared/csv.server.ts";
import { bytes, privateCache } from "#app/http/responses.ts";

/** The figures of a period: the rows that the page shows for the same question. */
export async function loader({ request, params }: LoaderFunctionArgs) {
  const { actor, partnership } = await requireMember(request, params.partnership, "read-meetings");
  const { period } = readPeriod(new URL(request.url).searchParams, await readToday(actor));
  const { rows } = await getAttendanceFigures(actor, partnership.id, period);
  return bytes(`\u{FEFF}${writeCsv(figureColumns, rows.map(figureCells))}`, "text/csv; charset=utf-8", { filename: `${partnership.slug}-attendance-${period.from}-to-${period.to}.csv`, headers: { "Cache-Control": privateCache } });
}
