import { Figures } from "#app/components/facts/figures.tsx";
import { NeedsList } from "#app/components/facts/needs-list.tsx";
import { Button } from "#app/components/govuk/button.tsx";
import { Table } from "#app/components/govuk/table.tsx";
import type { Decision } from "#app/domain/funding/decisions.ts";
import { atAGlance, outstandingOf } from "#app/domain/funding/finance-rules.ts";
import type { FundingYear } from "#app/domain/funding/funding-view.ts";
import { sum } from "#app/domain/funding/rules.ts";
import { type FinancialYear, showYear } from "#app/domain/shared/financial-year.ts";
import { showMoney } from "#app/domain/shared/money.ts";

import { Amount } from "./amount.tsx";
import { fundingPath } from "./paths.ts";

export interface FinancePageProps {
  slug: string;
  thisYear: FinancialYear;
  /** This year, or the latest that is open. */
  year: FundingYear | null;
  years: readonly { year: FinancialYear; state: string }[];
  decisions: readonly Decision[];
  mayOpen: boolean;
}

/** The money at a glance: this year, what has not come in, where it will end, what needs deciding. */
export function FinancePage({ slug, thisYear, year, years, decisions, mayOpen }: FinancePageProps) {
  return (
    <>
      {year ? <Glance slug={slug} year={year} thisYear={thisYear} /> : <p className="govuk-body-l">No financial year is open yet.{!mayOpen && " The business manager opens one."}</p>}
      <section className="section" aria-labelledby="decisions">
        <h2 className="govuk-heading-m" id="decisions">What needs deciding</h2>
        {decisions.length === 0 ? <p className="govuk-body">Nothing needs deciding about the money now.</p> : <NeedsList needs={decisions.map(({ text, path, about }) => ({ text, about, href: `/portal/${slug}${path}` }))} />}
      </section>
      {year && <NotReceived year={year} />}
      <section className="section" aria-labelledby="years">
        <h2 className="govuk-heading-m" id="years">Years</h2>
        {years.length > 0 && <Table caption="Years" captionHidden columns={[{ label: "Year" }, { label: "State" }]} rows={years.map((each) => ({ key: each.year, cells: [<a key="year" className="govuk-link" href={fundingPath(slug, each.year)}>{showYear(each.year)}</a>, each.state] }))} />}
        {mayOpen && <Button href={fundingPath(slug, null, "open")} variant={years.length > 0 ? "secondary" : undefined}>Open a financial year</Button>}
        <ul className="govuk-list actions">
          <li><a className="govuk-link" href={fundingPath(slug, null, "shared")}>One payer for several partnerships</a></li>
          <li><a className="govuk-link" href={`/partnerships/${slug}/funding`}>What the public reads</a></li>
        </ul>
      </section>
    </>
  );
}

function Glance({ slug, year, thisYear }: { slug: string; year: FundingYear; thisYear: FinancialYear }) {
  const { record } = year;
  const glance = atAGlance(year);
  return (
    <>
      <p className="govuk-body-l"><a className="govuk-link" href={fundingPath(slug, record.year)}>{showYear(record.year)}</a> at a glance{record.year !== thisYear && <>: {showYear(thisYear)} is not open yet</>}.</p>
      <Figures
        figures={[
          { term: "Agreed in cash", value: showMoney(glance.agreed), note: year.inForce ? "as signed and varied" : "not signed yet" },
          { term: "Received so far", value: showMoney(glance.received), note: `${showMoney(glance.agreed - glance.received)} still to come` },
          { term: "Spent so far", value: showMoney(glance.spent), note: `of ${showMoney(glance.expectedSpending)} expected` },
          { term: "Forecast to be carried forward", value: showMoney(glance.forecast), note: glance.forecast < 0 ? "a shortfall" : undefined },
        ]}
      />
      <p className="govuk-body">The forecast takes all that is agreed as coming in, and for each line its budget or what was spent already, whichever is more, with {record.broughtForwardPence === null ? "nothing" : showMoney(record.broughtForwardPence)} brought forward.</p>
    </>
  );
}

function NotReceived({ year }: { year: FundingYear }) {
  const lines = outstandingOf(year);
  return (
    <section className="section" aria-labelledby="not-received">
      <h2 className="govuk-heading-m" id="not-received">Agreed and not received</h2>
      {lines.length === 0 ? (
        <p className="govuk-body">Everything that was agreed has been received.</p>
      ) : (
        <Table
          caption="Agreed and not received"
          captionHidden
          columns={[{ label: "Contributor" }, { label: "Agreed", format: "numeric" }, { label: "Invoiced", format: "numeric" }, { label: "Received", format: "numeric" }, { label: "Outstanding", format: "numeric" }]}
          rows={[
            ...lines.map((line) => ({ key: line.id, cells: [line.contributor, showMoney(line.agreed), <Amount key="invoiced" pence={line.invoiced} />, <Amount key="received" pence={line.received} />, showMoney(line.outstanding)] })),
            { key: "total", cells: ["Total outstanding", "", "", "", <strong key="total">{showMoney(sum(lines.map((line) => line.outstanding)))}</strong>] },
          ]}
        />
      )}
    </section>
  );
}
