import type { LoaderFunctionArgs } from "@remix-run/node";

import { pathTo } from "#app/domain/publication/addresses.ts";
import { atomFeed } from "#app/domain/publication/atom-feed.server.ts";
import { listDecisionUpdates } from "#app/domain/publication/decisions.server.ts";
import { respondWithEtag } from "#app/http/etag.server.ts";

import { readDecisions } from "./read-decisions.server.ts";

export async function loader({ request, params: { slug = "" } }: LoaderFunctionArgs) {
  const read = await readDecisions(request, slug);
  if (!read.ok) return read.answer;
  const at = pathTo.decisions(slug);
  const feed = atomFeed(read.origin, read.published.facts.partnership, await listDecisionUpdates(slug), { of: "decisions", at, feedAt: `${at}.atom`, description: "What the safeguarding partners decided." });
  return respondWithEtag(request, feed, { "Content-Type": "application/atom+xml; charset=utf-8", "Access-Control-Allow-Origin": "*" });
}
