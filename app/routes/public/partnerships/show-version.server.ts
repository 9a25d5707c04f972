import { data, type LoaderFunctionArgs } from "@remix-run/node";

import { documentJson } from "#app/domain/publication/open-data.ts";
import { getFacts, readBodies } from "#app/domain/publication/queries.server.ts";
import { isReadable, type PublishedDocument, type PublishedVersion } from "#app/domain/publication/rules.ts";
import { env } from "#app/env.server.ts";
import { isRendered } from "#app/http/rendered-pages.server.ts";
import { notFound } from "#app/http/responses.ts";

type Asked = Pick<LoaderFunctionArgs, "request" | "context">;

/**
 * What the page of one version shows: the version, or that it was taken down (410). When the page for this very state
 * was rendered before, nothing more is fetched, and the renderer sends the bytes it kept.
 */
export async function showVersion({ request, context }: Asked, { today, versions }: PublishedDocument, version: PublishedVersion) {
  const status = isReadable(version.state) ? 200 : 410;
  if (isRendered(context, request, stateKey({ today, versions }, version))) return data({ view: "kept" as const }, { status });
  const origin = new URL(request.url).origin;
  const demo = env().DEMO;
  const facts = await getFacts(version.publicationId);
  if (status === 410) return data({ view: "taken-down" as const, partnership: facts.partnership, signatures: facts.signatures, version, demo }, { status });
  const { html, content } = await readBodies(version.publicationId, ["html", "content"]);
  // Taken down between the two reads: the next request says so.
  if (!html || !content) throw notFound();
  const json = Buffer.byteLength(documentJson(origin, "arrangements", version, facts, content.toString("utf8")));
  return data({ view: "document" as const, facts, version, versions, html: html.toString("utf8"), sizes: { json }, today, origin, demo }, { status });
}

/** Everything that a version's page depends on besides its address: notices are only ever added. */
function stateKey({ today, versions }: PublishedDocument, version: PublishedVersion): string {
  const each = versions.map(({ publicationId, notices }) => [publicationId, ...notices.map((notice) => notice.state)].join(":"));
  return [today, version.number, ...each].join(" ");
}
