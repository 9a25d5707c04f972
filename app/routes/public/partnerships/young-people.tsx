import type { LoaderFunctionArgs } from "@remix-run/node";
import { useLoaderData } from "@remix-run/react";

import { YoungPeopleView } from "#app/components/publication/young-people-view.tsx";
import { pathTo } from "#app/domain/publication/addresses.ts";
import { findDocument } from "#app/domain/publication/queries.server.ts";
import { currentOrLost } from "#app/domain/publication/rules.ts";
import { notFound, redirectTo } from "#app/http/responses.ts";

import { readKind } from "./read-kind.server.ts";
import { showYoungPeople } from "./show-young-people.server.ts";
import { youngPeopleMeta } from "./young-people-meta.ts";

/** The page of the current version. Of a document that was withdrawn, the document's own page says what happened. */
export async function loader({ params: { slug = "", document: word }, ...asked }: LoaderFunctionArgs) {
  const kind = readKind(word);
  const document = await findDocument(slug, kind);
  const version = currentOrLost(document.versions);
  if (version) return showYoungPeople(asked, slug, document, version);
  if (document.versions.length === 0) throw notFound();
  throw redirectTo(pathTo.document({ slug, kind }));
}

export const meta = ({ data }: { data?: Awaited<ReturnType<typeof loader>>["data"] }) => youngPeopleMeta(data);

export default function YoungPeople() {
  return <YoungPeopleView {...useLoaderData<typeof loader>()} />;
}
