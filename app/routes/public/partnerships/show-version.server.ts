import { data, type LoaderFunctionArgs } from "@remix-run/node";

import { documentJson } from "#app/domain/publication/open-data.ts";
import { getFacts, readBodies, readDocumentState } from "#app/domain/publication/queries.server.ts";
import { isReadable, stateOfDocument, type PublishedDocument, type PublishedVersion } from "#app/domain/publication/rules.ts";
import { pageDependsOn } from "#app/http/page-state.server.ts";
import { notFound } from "#app/http/responses.ts";

type Asked = Pick<LoaderFunctionArgs, "request" | "context">;

/** What the page of one version shows: the version, or that it was taken down (410). */
export async function showVersion({ request, context }: Asked, slug: string, { today, versions }: PublishedDocument, version: PublishedVersion) {
  pageDependsOn(context, stateOfDocument({ today, versions }), () => readDocumentState(slug, version.kind));
  const facts = await getFacts(version.publicationId);
  if (!isReadable(version.state)) {
    return data({ view: "taken-down" as const, partnership: facts.partnership, signatures: facts.signatures, version }, { status: 410 });
  }
  const { html, content } = await readBodies(version.publicationId, ["html", "content"]);
  // Taken down between the two reads: the next request says so.
  if (!html || !content) throw notFound();
  const origin = new URL(request.url).origin;
  const json = Buffer.byteLength(documentJson(origin, version, facts, content.toString("utf8")));
  return data({ view: "document" as const, facts, version, versions, html: html.toString("utf8"), sizes: { json }, today, origin });
}
