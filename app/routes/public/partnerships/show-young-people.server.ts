import { data, type LoaderFunctionArgs } from "@remix-run/node";

import { getFacts, readBodies, readDocumentState } from "#app/domain/publication/queries.server.ts";
import { isReadable, stateOfDocument, type PublishedDocument, type PublishedVersion } from "#app/domain/publication/rules.ts";
import { youngPeoplePart } from "#app/domain/publication/young-people-part.ts";
import { pageDependsOn } from "#app/http/page-state.server.ts";
import { notFound } from "#app/http/responses.ts";

type Asked = Pick<LoaderFunctionArgs, "request" | "context">;

/** What the address of a version's page for young people shows: the page, or that the version was taken down (410). Throws 404 when it has none. */
export async function showYoungPeople({ request, context }: Asked, slug: string, { today, versions }: PublishedDocument, version: PublishedVersion) {
  pageDependsOn(context, stateOfDocument({ today, versions }), () => readDocumentState(slug, version.kind));
  const facts = await getFacts(version.publicationId);
  if (!isReadable(version.state)) {
    return data({ view: "taken-down" as const, partnership: facts.partnership, signatures: facts.signatures, version }, { status: 410 });
  }
  const { html } = await readBodies(version.publicationId, ["html"]);
  const part = html ? youngPeoplePart(html.toString("utf8")) : null;
  if (!part) throw notFound();
  return data({ view: "page" as const, facts, version, versions, html: part, origin: new URL(request.url).origin });
}
