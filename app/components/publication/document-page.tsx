import { Abbr } from "#app/components/facts/abbreviation.tsx";
import { ContentsList } from "#app/components/facts/contents-list.tsx";
import { documentWords, youngPeople } from "#app/domain/documents/vocabulary.ts";
import { pathTo } from "#app/domain/publication/addresses.ts";
import type { DocumentFacts } from "#app/domain/publication/record.ts";
import { correctionsOf, earlierReadable, showSize, type PublishedVersion, youngPeoplePath } from "#app/domain/publication/rules.ts";
import { showDate } from "#app/domain/shared/dates.ts";
import { capitalised } from "#app/domain/shared/sentences.ts";

import { CorrectedNote } from "./correction-list.tsx";
import { DataContract } from "./data-contract.tsx";
import { CoverageTable } from "./coverage-table.tsx";
import { DocumentFactsStrip } from "./document-facts.tsx";
import { OwnFile } from "./own-file.tsx";
import { SignatureRow } from "./signature-row.tsx";
import { StateBanner } from "./state-banner.tsx";

export interface DocumentPageProps {
  facts: DocumentFacts;
  version: PublishedVersion;
  versions: readonly PublishedVersion[];
  /** The sections as they were rendered when the version was frozen. */
  html: string;
  sizes: { json: number };
  /** Today in London, as an ISO date. */
  today: string;
}

/** A published version, whole: signatures, contents, text, coverage, versions, facts. */
export function DocumentPage({ facts, version, versions, html, sizes, today }: DocumentPageProps) {
  const { slug, name } = facts.partnership;
  const at = { slug, kind: version.kind };
  const words = documentWords(version.kind);
  const path = pathTo.version(at, version.number);
  const newest = versions[0] ?? version;
  const before = earlierReadable(versions, version);
  const forYoungPeople = youngPeoplePath(slug, version, facts);
  const covers = facts.coverage.length > 0;
  const items = facts.sections.filter((section) => !section.audience).map(({ number, title }) => ({ href: `#section-${String(number)}`, text: title }));
  return (
    <>
      <StateBanner at={at} version={version} newest={newest} />
      <h1 className="govuk-heading-l">{facts.title}</h1>
      <p className="govuk-body-l">
        The published {version.kind === "arrangements" ? <Abbr of="MASA" /> : words.fullName.toLowerCase()} of {name}. Version {version.number}
        {facts.inForceFrom && `, ${inForce(facts.inForceFrom, today, version.state === "published")}`}
        {version.state === "published" && facts.nextReviewOn && `, ${review(facts.nextReviewOn, today)}`}.
      </p>
      {forYoungPeople && <p className="govuk-body"><a className="govuk-link" href={forYoungPeople}>Read the page for children and young people</a></p>}
      <OwnFile path={path} facts={facts} />
      <h2 className="govuk-heading-m">Signed by every <Abbr of="LSP" /></h2>
      <SignatureRow signatures={facts.signatures} />
      <ul className="govuk-list actions">
        <li><a className="govuk-link" href={`${path}.pdf`}>{facts.file ? "Download the text beside it as PDF" : "Download PDF"} ({showSize(facts.pdfBytes)})</a></li>
        <li><a className="govuk-link" href={pathTo.verify(version.sha256.content)}>Check the signatures</a></li>
        {before && <li><a className="govuk-link" href={pathTo.comparison(at, before.number, version.number)}>What changed since version {before.number}</a></li>}
        <li><a className="govuk-link" href={pathTo.versions(at)}>All versions ({versions.length})</a></li>
        <li><a className="govuk-link" href={`${path}.json`}>Download data (JSON, {showSize(sizes.json)})</a></li>
      </ul>
      <div className="document">
        {(items.length > 0 || covers || forYoungPeople) && <ContentsList items={items}>
          {(covers || forYoungPeople) && (
            <ul>
              {forYoungPeople && <li><a href={`#${youngPeople.anchor}`}>{youngPeople.audience}</a></li>}
              {covers && <li><a href="#coverage">What the guidance asks for</a></li>}
            </ul>
          )}
        </ContentsList>}
        <div>
          <div className="prose" dangerouslySetInnerHTML={{ __html: html }} />
          {covers ? (
            <section className="section" aria-labelledby="coverage">
              <h2 className="govuk-heading-m" id="coverage">What the guidance asks for, and where it is</h2>
              <p className="govuk-body">{capitalised(words.these)} {words.they === "it" ? "follows" : "follow"} <a className="govuk-link" href={`/guidance/${facts.edition.id}`}><cite>{facts.edition.title}</cite></a>. “Must” comes from the law, “should” from the guidance.</p>
              <CoverageTable facts={facts} />
            </section>
          ) : (
            <p className="govuk-body">{capitalised(words.these)} {words.they === "it" ? "was" : "were"} written under <a className="govuk-link" href={`/guidance/${facts.edition.id}`}><cite>{facts.edition.title}</cite></a>.</p>
          )}
          {facts.changeNote && (
            <section className="section" aria-labelledby="what-changed">
              <h2 className="govuk-heading-m" id="what-changed">What changed in version {version.number}</h2>
              <CorrectedNote note={facts.changeNote} corrections={correctionsOf(version, "change-note")} />
            </section>
          )}
          <DataContract path={path} />
        </div>
      </div>
      <DocumentFactsStrip facts={facts} version={version} />
    </>
  );
}

function inForce(from: string, today: string, current: boolean): string {
  if (from > today) return `in force from ${showDate(from)}`;
  return current ? `in force since ${showDate(from)}` : `in force from ${showDate(from)}`;
}

function review(by: string, today: string): string {
  return by < today ? `review was due by ${showDate(by)}` : `next review by ${showDate(by)}`;
}
