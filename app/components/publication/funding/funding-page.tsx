import { Abbr } from "#app/components/facts/abbreviation.tsx";
import { ChartFigure } from "#app/components/charts/chart-figure.tsx";
import { InsetText } from "#app/components/govuk/inset-text.tsx";
import type { FundingOutline } from "#app/domain/publication/funding.ts";
import { contributionsFinding, spendingFinding, yearsFinding } from "#app/domain/publication/funding-findings.ts";
import { fundingTable, isJoint } from "#app/domain/publication/funding-tables.ts";
import type { PublishedFunding } from "#app/domain/publication/funding-year.ts";
import { showYear } from "#app/domain/shared/financial-year.ts";

import { FundingFacts } from "./funding-facts.tsx";
import { FundingHeadline } from "./funding-headline.tsx";
import { FundingTableView, type TableFiles } from "./funding-table.tsx";
import { Reconciled } from "./reconciled.tsx";

export interface FundingPageProps {
  funding: PublishedFunding & { outline: FundingOutline };
  /** Static pictures; the table beside each has the same figures. */
  charts: { contributions: string | null; spending: string | null; years: string | null };
  sizes: TableFiles["sizes"];
}

/** A year's funding, whole: the total, who gave what, what it was spent on, what is left out, over the years. */
export function FundingPage({ funding, charts, sizes }: FundingPageProps) {
  const { outline, snapshot, previous, history } = funding;
  const { partnership, year } = snapshot.facts;
  const files = { slug: partnership.slug, year, sizes };
  const table = (name: Parameters<typeof fundingTable>[0]) => fundingTable(name, funding);
  const joint = isJoint(outline);
  const signed = outline.signed !== null;
  const varied = outline.variations.length > 0 || !signed;
  const outturn = outline.outturn !== null;
  const amounts = [...(signed ? ["signed"] : []), ...(varied ? ["varied"] : [])];
  const inKind = table("in-kind");
  const found = yearsFinding(history);
  return (
    <>
      <h1 className="govuk-heading-l">Funding, {showYear(year)}</h1>
      <FundingHeadline funding={funding} />
      <section className="section" aria-labelledby="contributions">
        <h2 className="govuk-heading-m" id="contributions">Who {outturn ? "gave" : "gives"} what</h2>
        <div className="beside-chart">
          <div>
            <FundingTableView table={table("contributions")} files={files} under={["payer", "ring_fenced", "note"]} shown={["contributor", ...amounts, ...(outturn ? ["received"] : []), ...(joint ? ["for_children"] : []), ...(previous ? ["change"] : []), "share"]} />
          </div>
          <ChartFigure finding={contributionsFinding(outline, previous)} svg={charts.contributions} />
        </div>
        {joint && <p className="govuk-body">Some of the money is of a pot shared with the work for adults. Children’s part of each line is worked out to the penny by the largest remainder, so that the two parts sum to the whole.</p>}
      </section>
      <section className="section" aria-labelledby="spending">
        <h2 className="govuk-heading-m" id="spending">What it {outturn ? "was" : "is"} spent on</h2>
        <div className="beside-chart">
          <div>
            <FundingTableView table={table("spending")} files={files} under={["category", "note"]} shown={["description", ...amounts, ...(outturn ? ["spent"] : []), ...(joint ? ["for_children"] : []), "share"]} />
          </div>
          <ChartFigure finding={spendingFinding(outline)} svg={charts.spending} />
        </div>
        <Reconciled funding={funding} />
      </section>
      <section className="section" aria-labelledby="in-kind">
        <h2 className="govuk-heading-m" id="in-kind">Help in kind</h2>
        {inKind.rows.length > 0 ? (
          <>
            <p className="govuk-body">Help that is given instead of money. It is never part of the cash.</p>
            <FundingTableView table={inKind} files={files} under={["note"]} shown={["contributor", "help", "value"]} />
          </>
        ) : (
          <p className="govuk-body">No help in kind is recorded.</p>
        )}
      </section>
      <InsetText><strong>What is not included.</strong> {outline.notIncluded || "Not provided."}</InsetText>
      <section className="section" aria-labelledby="statement">
        <h2 className="govuk-heading-m" id="statement">Why the shares are equitable and proportionate</h2>
        {(outline.sharesStatement || "Not provided.").split(/\n{2,}/).map((paragraph, at) => <p className="govuk-body" key={String(at)}>{paragraph}</p>)}
      </section>
      {outturn && <Differences funding={funding} files={files} />}
      {outline.variations.length > 0 && (
        <section className="section" aria-labelledby="changes">
          <h2 className="govuk-heading-m" id="changes">Changes in the year</h2>
          <p className="govuk-body">What changed after the budget was signed. A large change counts only once the <Abbr of="LSP" /> of every partner has signed a new version; until then it is in no figure above.</p>
          <FundingTableView table={table("variations")} files={files} shown={["line", "from", "before", "after", "reason", "office", "counts"]} />
        </section>
      )}
      <section className="section" aria-labelledby="years">
        <h2 className="govuk-heading-m" id="years">Over the years</h2>
        {!found && <p className="govuk-body">No other year is published here yet.</p>}
        <div className={found ? "beside-chart" : undefined}>
          <div>
            <FundingTableView table={table("years")} files={files} shown={["year", "cash", ...(history.some((each) => each.summary.joint) ? ["for_children"] : []), "change", "spending", "carried_forward", "status"]} />
          </div>
          {found && <ChartFigure finding={found} svg={charts.years} />}
        </div>
      </section>
      <FundingFacts funding={funding} />
    </>
  );
}

/** Received and spent against what was agreed, line by line, where they differ. */
function Differences({ funding, files }: { funding: FundingPageProps["funding"]; files: TableFiles }) {
  const tables = (["contributions", "spending"] as const).map((name) => {
    const table = fundingTable(name, funding);
    return { ...table, total: null, rows: table.rows.filter(({ cells }) => cells.explanation?.value !== null) };
  });
  const agreed = funding.outline.signed && funding.outline.variations.length === 0 ? "signed" : "varied";
  const open = tables.flatMap((table) => table.rows).filter(({ cells }) => String(cells.explanation?.value).startsWith("Open")).length;
  const count = tables.reduce((sum, table) => sum + table.rows.length, 0);
  return (
    <section className="section" aria-labelledby="differences">
      <h2 className="govuk-heading-m" id="differences">Where it came out differently</h2>
      <p className="govuk-body">{count === 0 ? "Everything came in and was spent as agreed." : `${String(count)} ${count === 1 ? "line" : "lines"} came out differently from what was agreed; ${open === 0 ? "each is explained" : `${String(open)} ${open === 1 ? "is" : "are"} not explained yet`}.`}</p>
      {tables.map((table) => table.rows.length > 0 && <FundingTableView key={table.name} table={table} files={files} caption={table.name === "contributions" ? "What was given" : "What was spent"} shown={[...(table.name === "contributions" ? ["contributor", agreed, "received"] : ["description", agreed, "spent"]), "difference", "explanation"]} />)}
    </section>
  );
}
