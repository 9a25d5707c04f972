import { ChangesContents, ChangesSummary, FactsChanged, SectionChanges } from "#app/components/comparison/comparison-view.tsx";
import { FactsStrip } from "#app/components/facts/facts-strip.tsx";
import { changedSections, type Comparison } from "#app/domain/documents/comparison.ts";
import { type DocumentAddress, documentWords } from "#app/domain/documents/vocabulary.ts";
import { joinNames } from "#app/domain/documents/version-state.ts";
import { pathTo } from "#app/domain/publication/addresses.ts";
import { noticeOf, type PublishedVersion } from "#app/domain/publication/rules.ts";
import { licence, publicationStateLabels } from "#app/domain/publication/vocabulary.ts";
import { showDate } from "#app/domain/shared/dates.ts";

import { Path } from "./path.tsx";

export interface ComparisonPageProps {
  at: DocumentAddress;
  partnership: { name: string };
  before: PublishedVersion;
  after: PublishedVersion;
  comparison: Comparison;
  changes: readonly { number: number; changeNote: string | null }[];
  /** Sections with the same words are shown too. */
  whole: boolean;
}

/** What changed between two published versions: in short, then word by word. */
export function ComparisonPage({ at, partnership, before, after, comparison, changes, whole }: ComparisonPageProps) {
  const { the } = documentWords(at.kind);
  const changed = changedSections(comparison);
  const path = pathTo.comparison(at, before.number, after.number);
  const note = changes.find((change) => change.number === after.number)?.changeNote;
  return (
    <>
      <h1 className="govuk-heading-l">What changed in {the}, from version {before.number} to version {after.number}</h1>
      <ul className="govuk-list">
        {[before, after].map((version) => (
          <li key={version.number}><a className="govuk-link" href={pathTo.version(at, version.number)}>Version {version.number}</a>, published {showDate(version.publishedAt)}. {publicationStateLabels[version.state]}.</li>
        ))}
      </ul>
      {note && after.number - before.number === 1 && <p className="govuk-inset-text">In the partners’ own words: {note}</p>}
      <h2 className="govuk-heading-m">In short</h2>
      <ChangesSummary comparison={comparison} />
      {changed.length > 0 && <ChangesContents sections={changed} />}
      <FactsChanged facts={comparison.facts} before={`Version ${String(before.number)}`} after={`Version ${String(after.number)}`} />
      <h2 className="govuk-heading-m">Word by word</h2>
      <p className="govuk-body"><ins>Words like this</ins> are new in version {after.number}. <del>Words like this</del> stood only in version {before.number}.</p>
      <ShownSections path={path} whole={whole} />
      {(whole ? comparison.sections : changed).map((section) => <SectionChanges key={section.id} section={section} whole={whole} />)}
      {!whole && changed.length === 0 && <p className="govuk-body">There is nothing to show: the words of every section are the same.</p>}
      <FactsStrip
        facts={[
          { term: "Made from", description: "The signed text of both versions, which never changes" },
          { term: "Owner", description: `The lead safeguarding partners of ${partnership.name}` },
          { term: "All updates", description: <a className="govuk-link" href={pathTo.versions(at)}>Every version and what changed</a> },
          { term: "Compare others", description: <a className="govuk-link" href={pathTo.compare(at)}>Choose two versions</a> },
          { term: "This page’s link", description: <a className="govuk-link" href={path}><Path path={path} /></a> },
          { term: "Licence", description: <a className="govuk-link" href={licence.url} rel="license">{licence.name}</a> },
        ]}
      />
    </>
  );
}

/** Whether sections that are the same are left out, as a filter that can be taken away. */
function ShownSections({ path, whole }: { path: string; whole: boolean }) {
  if (whole) return <p className="govuk-body">Every section is shown. <a className="govuk-link" href={`${path}?show=changed`}>Show changed sections only</a></p>;
  return (
    <ul className="filters govuk-!-margin-bottom-6">
      <li><a className="govuk-link" href={`${path}?show=all`}><span className="govuk-visually-hidden">Remove </span>Changed sections only <span aria-hidden="true">✕</span></a></li>
    </ul>
  );
}

/** What stands where a comparison was, when a version in it was taken down. */
export function ComparisonGone({ at, partnership, gone }: { at: DocumentAddress; partnership: { name: string }; gone: readonly PublishedVersion[] }) {
  const { the } = documentWords(at.kind);
  return (
    <>
      <h1 className="govuk-heading-l">These versions cannot be compared</h1>
      {gone.map((version) => {
        const notice = noticeOf(version, "taken-down");
        return (
          <p className="govuk-body-l" key={version.number}>
            <a className="govuk-link" href={pathTo.version(at, version.number)}>Version {version.number}</a> of {the} of {partnership.name} was taken down for safety{notice && ` on ${showDate(notice.at)}`}.{notice?.reason && ` Reason: ${notice.reason}`}
          </p>
        );
      })}
      <p className="govuk-body">Nothing of {gone.length === 1 ? "its text" : `the text of versions ${joinNames(gone.map((version) => String(version.number)))}`} can be shown. <a className="govuk-link" href={pathTo.compare(at)}>Choose other versions</a> or <a className="govuk-link" href={pathTo.versions(at)}>see all versions</a>.</p>
    </>
  );
}
