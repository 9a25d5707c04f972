import type { LoaderFunctionArgs } from "@remix-run/node";

import { findArchive } from "#app/domain/publication/archive.server.ts";
import { partnershipData } from "#app/domain/publication/open-data.ts";
import { findDirectory, listPublished } from "#app/domain/publication/queries.server.ts";
import { openJson, openJsonError } from "#app/http/open-data.server.ts";

export async function loader({ request, params: { slug = "" } }: LoaderFunctionArgs) {
  const [directory, { versions }, archive] = await Promise.all([findDirectory(slug), listPublished(slug), findArchive(slug)]);
  if (!directory) return openJsonError(request, 404, "There is no such partnership.");
  return openJson(request, partnershipData(new URL(request.url).origin, directory, versions, archive));
}
