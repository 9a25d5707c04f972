import { CoverageTables } from "#app/components/agencies/coverage/coverage-tables.tsx";
import { type CoverageBySource, coverageSentence, measuredLabels, type MeasuredSource, measuredSources, notMeasuredSentence } from "#app/domain/agencies/coverage/coverage.ts";
import { showDate } from "#app/domain/shared/dates.ts";

/** How much of what is open is named, in a sentence for each list and one for what nobody measured. */
export function CoverageSentences({ coverage, linked }: { coverage: CoverageBySource; linked: boolean }) {
  const unknown = notMeasuredSentence(coverage);
  const said = measuredSources.flatMap((source) => (coverage[source] ? [coverageSentence(coverage[source], showDate)] : []));
  return <p className="govuk-body">{[...said, ...(unknown ? [unknown] : [])].join(" ")}{linked && said.length > 0 && <> <a className="govuk-link" href="#coverage">By phase and type</a></>}</p>;
}

/** The figures behind these sentences, each list with its chart. */
export function PublicCoverage({ coverage, charts }: { coverage: CoverageBySource; charts: Record<MeasuredSource, string | null> }) {
  const measured = measuredSources.flatMap((source) => (coverage[source] ? [coverage[source]] : []));
  if (measured.length === 0) return null;
  return (
    <section className="section" aria-labelledby="coverage">
      <h2 className="govuk-heading-l" id="coverage">How much of what is open is named</h2>
      {measured.map((each) => (
        <section className="section" key={each.source} aria-labelledby={`coverage-of-${each.source}`}>
          <h3 className="govuk-heading-m" id={`coverage-of-${each.source}`}>{measuredLabels[each.source]}</h3>
          <p className="govuk-body">{coverageSentence(each, showDate)}</p>
          <CoverageTables coverage={each} chart={charts[each.source]} withProposed={false} />
        </section>
      ))}
    </section>
  );
}
