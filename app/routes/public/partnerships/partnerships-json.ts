import type { LoaderFunctionArgs } from "@remix-run/node";

import { partnershipsData } from "#app/domain/publication/open-data.ts";
import { listPartnerships } from "#app/domain/publication/queries.server.ts";
import { openJson } from "#app/http/open-data.server.ts";

export async function loader({ request }: LoaderFunctionArgs) {
  return openJson(request, partnershipsData(new URL(request.url).origin, await listPartnerships()));
}
