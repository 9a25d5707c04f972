import { FactsStrip } from "#app/components/facts/facts-strip.tsx";
import { Path } from "#app/components/publication/path.tsx";
import { pathTo } from "#app/domain/publication/addresses.ts";
import type { PublishedDirectory } from "#app/domain/publication/rules.ts";
import { licence } from "#app/domain/publication/vocabulary.ts";
import { showDate } from "#app/domain/shared/dates.ts";

/** The facts strip of the page that says who is accountable on a day. */
export function PeopleFacts({ people }: { people: PublishedDirectory & { on: string } }) {
  const { partnership } = people.facts;
  const path = `${pathTo.people(partnership.slug)}?on=${people.on}`;
  return (
    <FactsStrip
      facts={[
        { term: "Status", description: "Published" },
        { term: "Version", description: `${String(people.updates)}, a new one each time a post changes hands` },
        { term: "First published", description: showDate(people.firstPublishedAt) },
        { term: "Last updated", description: showDate(people.publishedAt) },
        { term: "Owner", description: `The lead safeguarding partners of ${partnership.name}` },
        { term: "Link to this day", description: <a className="govuk-link" href={path}><Path path={path} /></a> },
        { term: "As data", description: <a className="govuk-link" href={`${pathTo.people(partnership.slug)}.json?on=${people.on}`}>JSON</a> },
        { term: "Licence", description: <a className="govuk-link" href={licence.url} rel="license">{licence.name}</a> },
      ]}
    />
  );
}
