import type { LoaderFunctionArgs } from "@remix-run/node";
import { useLoaderData } from "@remix-run/react";

import { ArchiveRecord } from "#app/components/archive/archive-record.tsx";
import { ArchiveTable } from "#app/components/archive/archive-table.tsx";
import { FactsStrip } from "#app/components/facts/facts-strip.tsx";
import { PublicFrame } from "#app/components/frame/public-frame.tsx";
import { BackLink } from "#app/components/govuk/back-link.tsx";
import { feedLink } from "#app/components/publication/feed-link.ts";
import { Path } from "#app/components/publication/path.tsx";
import { pathTo } from "#app/domain/publication/addresses.ts";
import { findArchive } from "#app/domain/publication/archive.server.ts";
import { findDirectory } from "#app/domain/publication/queries.server.ts";
import { showDate } from "#app/domain/shared/dates.ts";
import { pageMeta } from "#app/http/page-meta.ts";
import { notFound } from "#app/http/responses.ts";

export async function loader({ request, params: { slug = "" } }: LoaderFunctionArgs) {
  const [directory, archive] = await Promise.all([findDirectory(slug), findArchive(slug)]);
  if (!directory) throw notFound();
  return { partnership: directory.facts.partnership, archive, origin: new URL(request.url).origin };
}

export const meta = ({ data }: { data?: Awaited<ReturnType<typeof loader>> }) => {
  if (!data) return [];
  const { slug, name } = data.partnership;
  const description = `Arrangements and reports that ${name} published before it used this site, with their period, their date and where to read them.`;
  return [...pageMeta({ title: "Earlier documents", partnership: name, description, canonical: data.origin + pathTo.archive(slug) }), feedLink(data.origin, data.partnership)];
};

export default function EarlierDocuments() {
  const { partnership, archive } = useLoaderData<typeof loader>();
  const { slug, name } = partnership;
  const { entries, removed } = archive;
  const path = pathTo.archive(slug);
  const [last] = [...entries.map((entry) => entry.changedAt), ...removed.map((entry) => entry.removedAt)].sort().reverse();
  return (
    <PublicFrame partnership={partnership} before={<BackLink href={pathTo.partnership(slug)} text={name} />}>
      <h1 className="govuk-heading-l">Earlier documents</h1>
      {entries.length === 0 ? (
        <p className="govuk-body-l">{name} lists no documents from before it used this site.</p>
      ) : (
        <>
          <p className="govuk-body-l">What {name} published before it used this site. It was published elsewhere and not signed here, so there are no signatures to check.</p>
          <ArchiveTable slug={slug} caption="Earlier documents" entries={entries} withKind />
        </>
      )}
      <ArchiveRecord archive={archive} />
      <FactsStrip
        facts={[
          last !== undefined && { term: "Last updated", description: showDate(last) },
          { term: "Owner", description: `The lead safeguarding partners of ${name}` },
          { term: "All updates", description: <a className="govuk-link" href={pathTo.updates(slug)}>Everything that changed</a> },
          { term: "This page’s link", description: <a className="govuk-link" href={path}><Path path={path} /></a> },
          { term: "As data", description: <a className="govuk-link" href={`${pathTo.partnership(slug)}.json`}>JSON</a> },
        ]}
      />
    </PublicFrame>
  );
}
