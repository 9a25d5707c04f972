import type { LoaderFunctionArgs } from "@remix-run/node";

import { requireMember } from "#app/auth/require-actor.server.ts";
import { getChoices, listAgencies } from "#app/domain/agencies/queries.server.ts";
import { readRegisterQuery } from "#app/domain/agencies/register-query.ts";
import { toOwnCells } from "#app/domain/agencies/registers/own-cells.ts";
import { registerColumnNames } from "#app/domain/agencies/registers/vocabulary.ts";
import { writeCsv } from "#app/domain/shared/csv.server.ts";
import { bytes, privateCache } from "#app/http/responses.ts";

/** The agencies that are asked for, with the columns that a file of the register has. */
export async function loader({ request, params }: LoaderFunctionArgs) {
  const { actor, partnership } = await requireMember(request, params.partnership, "read-agencies");
  const agencies = await listAgencies(actor, partnership.id, readRegisterQuery(new URL(request.url).searchParams));
  const { areas } = await getChoices(actor, partnership.id);
  const names = new Map(areas.map(({ code, name }) => [code, name]));
  const rows = agencies.map((agency) => toOwnCells({ ...agency, id: agency.agencyId }, names));
  return bytes(`\u{FEFF}${writeCsv(registerColumnNames("own"), rows)}`, "text/csv; charset=utf-8", { filename: `${partnership.slug}-agencies.csv`, headers: { "Cache-Control": privateCache } });
}
