import { FactsStrip } from "#app/components/facts/facts-strip.tsx";
import { pathTo } from "#app/domain/publication/addresses.ts";
import { Path } from "#app/components/publication/path.tsx";
import type { PublishedDirectory } from "#app/domain/publication/rules.ts";
import { licence } from "#app/domain/publication/vocabulary.ts";
import { showDate } from "#app/domain/shared/dates.ts";

/** The facts strip of a partnership's page. */
export function PartnershipFacts({ directory }: { directory: PublishedDirectory }) {
  const { partnership, areas } = directory.facts;
  const path = pathTo.partnership(partnership.slug);
  return (
    <FactsStrip
      facts={[
        { term: "Status", description: "Published" },
        { term: "Version", description: `${String(directory.updates)}, a new one each time a post changes hands` },
        { term: "First published", description: showDate(directory.firstPublishedAt) },
        { term: "Last updated", description: showDate(directory.publishedAt) },
        { term: "Owner", description: `The lead safeguarding partners of ${partnership.name}` },
        { term: areas.length === 1 ? "Area code" : "Area codes", description: areas.map((area) => area.code).join(", ") },
        { term: "All updates", description: <a className="govuk-link" href={pathTo.updates(partnership.slug)}>Everything that changed</a> },
        { term: "Subscribe", description: <a className="govuk-link" href={`${pathTo.updates(partnership.slug)}#subscribe`}>Be told of updates</a> },
        { term: "Search", description: <a className="govuk-link" href={`/search?partnership=${partnership.slug}`}>Words in what is published</a> },
        { term: "This page’s link", description: <a className="govuk-link" href={path}><Path path={path} /></a> },
        { term: "As data", description: <a className="govuk-link" href={`${path}.json`}>JSON</a> },
        { term: "Licence", description: <a className="govuk-link" href={licence.url} rel="license">{licence.name}</a> },
      ]}
    />
  );
}
