import type { LoaderFunctionArgs } from "@remix-run/node";

import { requireAdministrator } from "#app/auth/require-actor.server.ts";
import { exportList } from "#app/domain/bodies/queries.server.ts";
import { isBodyList } from "#app/domain/bodies/vocabulary.ts";
import { bytes, notFound, privateCache } from "#app/http/responses.ts";

export async function loader({ request, params }: LoaderFunctionArgs) {
  const { actor } = await requireAdministrator(request);
  if (!isBodyList(params.list)) throw notFound();
  return bytes(await exportList(actor, params.list), "text/csv; charset=utf-8", { filename: `${params.list}.csv`, headers: { "Cache-Control": privateCache } });
}
