import type { LoaderFunctionArgs } from "@remix-run/node";

import { atomFeed } from "#app/domain/publication/atom-feed.server.ts";
import { findUpdates } from "#app/domain/publication/updates.server.ts";
import { respondWithEtag } from "#app/http/etag.server.ts";
import { openJsonError } from "#app/http/open-data.server.ts";

export async function loader({ request, params: { slug = "" } }: LoaderFunctionArgs) {
  const found = await findUpdates(slug);
  if (!found) return openJsonError(request, 404, "There is no such partnership.");
  return respondWithEtag(request, atomFeed(new URL(request.url).origin, found.partnership, found.updates), { "Content-Type": "application/atom+xml; charset=utf-8", "Access-Control-Allow-Origin": "*" });
}
