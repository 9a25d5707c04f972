import type { LoaderFunctionArgs } from "@remix-run/node";
import { useLoaderData } from "@remix-run/react";

import { VersionView } from "#app/components/publication/version-view.tsx";
import { findDocument } from "#app/domain/publication/queries.server.ts";
import { findVersion } from "#app/domain/publication/rules.ts";
import { notFound } from "#app/http/responses.ts";

import { readKind } from "./read-kind.server.ts";
import { showVersion } from "./show-version.server.ts";
import { versionMeta } from "./version-meta.ts";

export async function loader({ params: { slug = "", document: word, number = "" }, ...asked }: LoaderFunctionArgs) {
  const document = await findDocument(slug, readKind(word));
  const version = findVersion(document.versions, number);
  if (!version) throw notFound();
  return showVersion(asked, slug, document, version);
}

export const meta = ({ data }: { data?: Awaited<ReturnType<typeof loader>>["data"] }) => versionMeta(data);

export default function Version() {
  return <VersionView {...useLoaderData<typeof loader>()} />;
}
