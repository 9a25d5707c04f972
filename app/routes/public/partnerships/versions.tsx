import type { LoaderFunctionArgs } from "@remix-run/node";
import { useLoaderData } from "@remix-run/react";

import { ArchiveTable } from "#app/components/archive/archive-table.tsx";
import { PublicFrame } from "#app/components/frame/public-frame.tsx";
import { BackLink } from "#app/components/govuk/back-link.tsx";
import { feedLink } from "#app/components/publication/feed-link.ts";
import { VersionsFacts, VersionTable } from "#app/components/publication/version-table.tsx";
import { documentWords } from "#app/domain/documents/vocabulary.ts";
import { pathTo } from "#app/domain/publication/addresses.ts";
import { findArchive } from "#app/domain/publication/archive.server.ts";
import { findDirectory, findDocument, listChanges } from "#app/domain/publication/queries.server.ts";
import { pageMeta } from "#app/http/page-meta.ts";
import { notFound } from "#app/http/responses.ts";

import { readKind } from "./read-kind.server.ts";

export async function loader({ request, params: { slug = "", document } }: LoaderFunctionArgs) {
  const kind = readKind(document);
  const [directory, { versions }, changes, { entries }] = await Promise.all([findDirectory(slug), findDocument(slug, kind), listChanges(slug, kind), findArchive(slug)]);
  if (!directory) throw notFound();
  return { kind, partnership: directory.facts.partnership, versions, changes, earlier: entries.filter((entry) => entry.kind === kind), origin: new URL(request.url).origin };
}

export const meta = ({ data }: { data?: Awaited<ReturnType<typeof loader>> }) =>
  data
    ? [...pageMeta({
        title: `All versions of ${documentWords(data.kind).the}`,
        partnership: data.partnership.name,
        description: `Every version of ${documentWords(data.kind).the} that ${data.partnership.name} has published, and what changed in each.`,
        canonical: data.origin + pathTo.versions({ slug: data.partnership.slug, kind: data.kind }),
      }), feedLink(data.origin, data.partnership)]
    : [];

export default function Versions() {
  const { kind, partnership, versions, changes, earlier } = useLoaderData<typeof loader>();
  const { slug, name } = partnership;
  const at = { slug, kind };
  const words = documentWords(kind);
  return (
    <PublicFrame partnership={partnership} current={kind} before={<BackLink href={pathTo.document(at)} text={words.name} />}>
      <h1 className="govuk-heading-l">All versions of {words.the}</h1>
      {versions.length === 0 ? (
        <p className="govuk-body-l">{name} has not yet published its {words.name.toLowerCase()}. Each version will be listed here for ever, with what changed.</p>
      ) : (
        <>
          <p className="govuk-body-l">{versions.length === 1 ? "One version has" : `${String(versions.length)} versions have`} been published. Each keeps its address for ever.</p>
          <VersionTable at={at} versions={versions} changes={changes} />
          {changes.length > 2 && <p className="govuk-body"><a className="govuk-link" href={pathTo.compare(at)}>Compare any two versions</a></p>}
          {(versions[0]?.number ?? 0) > versions.length && <p className="govuk-body">A number that is missing here was never published: it was changed before everyone had signed.</p>}
        </>
      )}
      {earlier.length > 0 && (
        <>
          <h2 className="govuk-heading-m">Published before this site was used</h2>
          <p className="govuk-body">These were published elsewhere and not signed here. <a className="govuk-link" href={pathTo.archive(slug)}>All earlier documents</a></p>
          <ArchiveTable slug={slug} caption="Published before this site was used" entries={earlier} />
        </>
      )}
      <VersionsFacts partnership={partnership} at={at} versions={versions} />
    </PublicFrame>
  );
}
