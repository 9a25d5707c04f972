import { FactsStrip } from "#app/components/facts/facts-strip.tsx";
import { pathTo } from "#app/domain/publication/addresses.ts";
import { Path } from "#app/components/publication/path.tsx";
import type { DocumentFacts } from "#app/domain/publication/record.ts";
import { noticeOf, shortHash, type PublishedVersion } from "#app/domain/publication/rules.ts";
import { licence, publicationStateLabels } from "#app/domain/publication/vocabulary.ts";
import { showDate } from "#app/domain/shared/dates.ts";

export interface DocumentFactsStripProps {
  facts: DocumentFacts;
  version: PublishedVersion;
  /** The address for ever of a page that is one part of the version. */
  part?: string;
}

/** The facts strip of a published version, or of a page that is part of one. */
export function DocumentFactsStrip({ facts, version, part }: DocumentFactsStripProps) {
  const { slug, name } = facts.partnership;
  const at = { slug, kind: version.kind };
  const path = part ?? pathTo.version(at, version.number);
  const changed = version.notices.at(-1);
  return (
    <FactsStrip
      facts={[
        { term: "Status", description: publicationStateLabels[version.state] },
        { term: "Version", description: String(version.number) },
        { term: "First published", description: showDate(facts.firstPublishedAt) },
        { term: "Last updated", description: showDate(version.publishedAt) },
        changed && { term: publicationStateLabels[version.state], description: showDate(noticeOf(version, changed.state)?.at ?? changed.at) },
        { term: "Next review", description: facts.nextReviewOn ? showDate(facts.nextReviewOn) : "No date set" },
        { term: "Owner", description: `The lead safeguarding partners of ${name}` },
        { term: "All updates", description: <a className="govuk-link" href={pathTo.versions(at)}>Every version and what changed</a> },
        { term: "Subscribe", description: <a className="govuk-link" href={`${pathTo.updates(slug)}#subscribe`}>Be told of updates</a> },
        { term: part ? "This page’s link" : "This version’s link", description: <a className="govuk-link" href={path}><Path path={path} /></a> },
        { term: "Signed text", description: <a className="govuk-link" href={pathTo.verify(version.sha256.content)}>Check <span className="hash">{shortHash(version.sha256.content)}</span></a> },
        { term: "Licence", description: <a className="govuk-link" href={licence.url} rel="license">{licence.name}</a> },
      ]}
    />
  );
}
