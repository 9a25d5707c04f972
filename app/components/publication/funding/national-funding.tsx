import { Button } from "#app/components/govuk/button.tsx";
import { Select } from "#app/components/govuk/select.tsx";
import { Table } from "#app/components/govuk/table.tsx";
import { notApplicable, notProvided } from "#app/domain/funding/vocabulary.ts";
import { showPercentChange } from "#app/domain/funding/rules.ts";
import { pathTo } from "#app/domain/publication/addresses.ts";
import { statusOf } from "#app/domain/publication/funding-tables.ts";
import { fundingOrderLabels, fundingOrders, type FundingQuery, nationalPath, type NationalRow } from "#app/domain/publication/national-funding.ts";
import { type FinancialYear, showYear } from "#app/domain/shared/financial-year.ts";
import { showMoney } from "#app/domain/shared/money.ts";

interface NationalFundingProps {
  query: FundingQuery;
  rows: readonly NationalRow[];
  years: readonly FinancialYear[];
}

/** One row for each partnership, in the order asked for; the files beside hold the same rows. */
export function NationalFunding({ query, rows, years }: NationalFundingProps) {
  const published = rows.filter((row) => row.facts).length;
  return (
    <>
      <form method="get" action="/funding" className="search">
        <div className="search__row">
          <Select name="year" label="Year" defaultValue={query.year} items={years.map((year) => ({ value: year, text: showYear(year) }))} />
          <Select name="sort" label="Sort by" defaultValue={query.sort} items={fundingOrders.map((order) => ({ value: order, text: fundingOrderLabels[order] }))} />
          <Select name="order" label="Order" defaultValue={query.descending ? "descending" : ""} items={[{ value: "", text: "Smallest or A first" }, { value: "descending", text: "Largest or Z first" }]} />
        </div>
        <Button>Show</Button>
      </form>
      <h2 className="govuk-heading-m">{String(published)} of {String(rows.length)} {rows.length === 1 ? "partnership" : "partnerships"} published {showYear(query.year)}</h2>
      <Table
        caption={`Funding, ${showYear(query.year)}`}
        captionHidden
        columns={[{ label: "Partnership" }, { label: "Cash", format: "numeric" }, { label: "For each child", format: "numeric" }, { label: "Change", format: "numeric" }, { label: "Status" }]}
        rows={rows.map((row) => ({ key: row.partnership.id, cells: cellsOf(row, query) }))}
      />
      <p className="govuk-body">
        <a className="govuk-link" href={nationalPath(query, ".csv")}>Download these rows (CSV)</a> · <a className="govuk-link" href={nationalPath(query, ".json")}>JSON</a>
      </p>
    </>
  );
}

function cellsOf({ partnership, facts, cash, perChild, change, notComparable }: NationalRow, { year }: FundingQuery) {
  const none = <span className="muted">{notProvided}</span>;
  if (!facts) return [partnership.name, none, none, none, none];
  return [
    <a key="name" className="govuk-link" href={pathTo.funding(partnership.slug, year)}>{partnership.name}</a>,
    <>
      {showMoney(cash ?? 0)}
      {notComparable && <span className="muted"><br />{showMoney(facts.summary.childrenCash)} of it for children. {notComparable}</span>}
    </>,
    perChild === null ? none : showMoney(perChild),
    change === null ? <span className="muted">{notApplicable}</span> : showPercentChange(change),
    statusOf(facts),
  ];
}
