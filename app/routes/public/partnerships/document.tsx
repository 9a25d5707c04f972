import { data, type LoaderFunctionArgs } from "@remix-run/node";
import { useLoaderData } from "@remix-run/react";

import { PublicFrame } from "#app/components/frame/public-frame.tsx";
import { NoCurrentVersion } from "#app/components/publication/no-current-version.tsx";
import { VersionView } from "#app/components/publication/version-view.tsx";
import { documentWords } from "#app/domain/documents/vocabulary.ts";
import { findArchive } from "#app/domain/publication/archive.server.ts";
import { findDirectory, findDocument } from "#app/domain/publication/queries.server.ts";
import { pageMeta } from "#app/http/page-meta.ts";
import { notFound } from "#app/http/responses.ts";

import { readKind } from "./read-kind.server.ts";
import { showVersion } from "./show-version.server.ts";
import { versionMeta } from "./version-meta.ts";

export async function loader({ params: { slug = "", document: word }, ...asked }: LoaderFunctionArgs) {
  const kind = readKind(word);
  const document = await findDocument(slug, kind);
  const [newest] = document.versions;
  if (newest?.state === "published") return showVersion(asked, slug, document, newest);
  const [directory, { entries }] = await Promise.all([findDirectory(slug), findArchive(slug)]);
  if (!directory) throw notFound();
  // Nothing is asked to be kept where a version was taken down: caches and search engines drop what they have.
  const status = newest?.state === "taken-down" ? 410 : 200;
  return data({ view: "none" as const, kind, partnership: directory.facts.partnership, newest: newest ?? null, earlier: entries.filter((entry) => entry.kind === kind).length }, { status });
}

export const meta = ({ data: shown }: { data?: Awaited<ReturnType<typeof loader>>["data"] }) =>
  shown?.view === "none" ? pageMeta({ title: documentWords(shown.kind).name, partnership: shown.partnership.name, hidden: shown.newest !== null }) : versionMeta(shown);

export default function CurrentDocument() {
  const shown = useLoaderData<typeof loader>();
  if (shown.view !== "none") return <VersionView {...shown} />;
  return (
    <PublicFrame partnership={shown.partnership} current={shown.kind}>
      <NoCurrentVersion kind={shown.kind} partnership={shown.partnership} newest={shown.newest} earlier={shown.earlier} />
    </PublicFrame>
  );
}
