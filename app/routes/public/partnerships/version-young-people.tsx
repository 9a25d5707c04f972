import type { LoaderFunctionArgs } from "@remix-run/node";
import { useLoaderData } from "@remix-run/react";

import { YoungPeopleView } from "#app/components/publication/young-people-view.tsx";
import { findDocument } from "#app/domain/publication/queries.server.ts";
import { findVersion } from "#app/domain/publication/rules.ts";
import { notFound } from "#app/http/responses.ts";

import { readKind } from "./read-kind.server.ts";
import { showYoungPeople } from "./show-young-people.server.ts";
import { youngPeopleMeta } from "./young-people-meta.ts";

export async function loader({ params: { slug = "", document: word, number = "" }, ...asked }: LoaderFunctionArgs) {
  const document = await findDocument(slug, readKind(word));
  const version = findVersion(document.versions, number);
  if (!version) throw notFound();
  return showYoungPeople(asked, slug, document, version);
}

export const meta = ({ data }: { data?: Awaited<ReturnType<typeof loader>>["data"] }) => youngPeopleMeta(data);

export default function VersionYoungPeople() {
  return <YoungPeopleView {...useLoaderData<typeof loader>()} />;
}
