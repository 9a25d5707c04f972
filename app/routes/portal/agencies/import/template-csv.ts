import type { LoaderFunctionArgs } from "@remix-run/node";

import { requireMember } from "#app/auth/require-actor.server.ts";
import { registerColumnNames } from "#app/domain/agencies/registers/vocabulary.ts";
import { writeCsv } from "#app/domain/shared/csv.server.ts";
import { bytes, notFound, privateCache } from "#app/http/responses.ts";

/** Row 1 of a file that somebody fills in: of the register itself, or of a council's list of early years settings. */
export async function loader({ request, params }: LoaderFunctionArgs) {
  await requireMember(request, params.partnership, "edit-agencies");
  if (params.source !== "own" && params.source !== "early-years") throw notFound();
  const text = writeCsv(registerColumnNames(params.source === "own" ? "own" : "settings"), []);
  return bytes(`\u{FEFF}${text}`, "text/csv; charset=utf-8", { filename: `${params.source}-template.csv`, headers: { "Cache-Control": privateCache } });
}
