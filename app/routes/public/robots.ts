import type { LoaderFunctionArgs } from "@remix-run/node";

import { respondWithEtag } from "#app/http/etag.server.ts";

/** Everything public may be indexed; the ways in need not be. */
const kept = ["/portal", "/admin", "/account", "/sign-in", "/invitations", "/acknowledge", "/reset", "/second-factor", "/demo", "/readyz"];

export function loader({ request }: LoaderFunctionArgs) {
  const lines = ["User-agent: *", ...kept.map((path) => `Disallow: ${path}`), "", `Sitemap: ${new URL(request.url).origin}/sitemap.xml`, ""];
  return respondWithEtag(request, lines.join("\n"), { "Content-Type": "text/plain; charset=utf-8" });
}
