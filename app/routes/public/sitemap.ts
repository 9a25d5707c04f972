import type { LoaderFunctionArgs } from "@remix-run/node";

import { sitemap } from "#app/domain/publication/sitemap.server.ts";
import { respondWithEtag } from "#app/http/etag.server.ts";

export async function loader({ request }: LoaderFunctionArgs) {
  return respondWithEtag(request, await sitemap(new URL(request.url).origin), { "Content-Type": "application/xml; charset=utf-8" });
}
