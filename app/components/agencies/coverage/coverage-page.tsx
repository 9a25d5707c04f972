import { Figures } from "#app/components/facts/figures.tsx";
import { Button } from "#app/components/govuk/button.tsx";
import { type Coverage, type CoverageBySource, coverageSentence, measuredLabels, type MeasuredSource, measuredSources } from "#app/domain/agencies/coverage/coverage.ts";
import { showDate } from "#app/domain/shared/dates.ts";

import { agenciesPath } from "../paths.ts";
import { CoverageTables } from "./coverage-tables.tsx";

interface CoveragePageProps {
  slug: string;
  coverage: CoverageBySource;
  charts: Record<MeasuredSource, string | null>;
  mayEdit: boolean;
}

/** How far the register covers what is open in the area, against each list that was taken in. */
export function CoveragePage({ slug, coverage, charts, mayEdit }: CoveragePageProps) {
  return (
    <>
      <p className="govuk-body-l">How many of the settings that are open in the area are named. What no list was taken in for is not measured: no register has everything.</p>
      {measuredSources.map((source) => {
        const measured = coverage[source];
        return (
          <section className="section" key={source} aria-labelledby={source}>
            <h2 className="govuk-heading-m" id={source}>{measuredLabels[source]}</h2>
            {measured ? <Measured slug={slug} coverage={measured} chart={charts[source]} /> : <NotMeasured slug={slug} source={source} mayEdit={mayEdit} />}
          </section>
        );
      })}
    </>
  );
}

function Measured({ slug, coverage, chart }: { slug: string; coverage: Coverage; chart: string | null }) {
  const { total, source } = coverage;
  const count = (many: number) => many.toLocaleString("en-GB");
  return (
    <>
      <p className="govuk-body">{coverageSentence(coverage, showDate)}</p>
      <Figures
        figures={[
          { term: "Open", value: count(total.open) },
          { term: "Named", value: count(total.named) },
          { term: "Proposed", value: count(total.proposed) },
          { term: "Not in the register", value: count(total.missing) },
        ]}
      />
      <p className="govuk-body"><a className="govuk-link" href={agenciesPath(slug, `coverage/${source}`)}>{total.missing === 0 ? "What is in the register and not on the list" : `See the ${count(total.missing)} that ${total.missing === 1 ? "is" : "are"} not in the register, and the reverse`}</a></p>
      <CoverageTables coverage={coverage} chart={chart} withProposed />
    </>
  );
}

function NotMeasured({ slug, source, mayEdit }: { slug: string; source: MeasuredSource; mayEdit: boolean }) {
  return (
    <>
      <p className="govuk-body"><strong>Not measured.</strong> {source === "early-years" ? "The register of schools has few early years settings. Take in Ofsted’s list, or one of your council’s." : "No file of Get Information about Schools was taken in yet."}</p>
      {mayEdit && <Button href={agenciesPath(slug, "import")} variant="secondary">Take a list in</Button>}
    </>
  );
}
