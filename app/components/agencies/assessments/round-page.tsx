import { FilterTags } from "#app/components/facts/filter-tags.tsx";
import { Button, ButtonGroup } from "#app/components/govuk/button.tsx";
import { pageNumbers } from "#app/components/govuk/page-numbers.ts";
import { Pagination } from "#app/components/govuk/pagination.tsx";
import { Select } from "#app/components/govuk/select.tsx";
import { SummaryList } from "#app/components/govuk/summary-list.tsx";
import { ratesOf, showRate } from "#app/domain/agencies/assessments/figures.ts";
import { filterReturns, pageOf, returnFilters, returnFilterLabels, type RoundQuery, roundSearch } from "#app/domain/agencies/assessments/round-query.ts";
import { showPeriod } from "#app/domain/agencies/assessments/rules.ts";
import type { ReturnRow, RoundView } from "#app/domain/agencies/assessments/views.ts";
import { agencySectorLabels, agencySectors } from "#app/domain/agencies/vocabulary.ts";
import { showDate } from "#app/domain/shared/dates.ts";

import { assessmentsPath } from "./paths.ts";
import { RatesTable } from "./rates-table.tsx";
import { ReturnsTable } from "./returns-table.tsx";

export interface RoundPageProps {
  slug: string;
  today: string;
  round: RoundView;
  returns: readonly ReturnRow[];
  withoutAccount: readonly string[];
  query: RoundQuery;
  /** The page of the list that is asked for. */
  page: string | null;
  may: { issue: boolean; challenge: boolean };
}

/** A round: how many returned, by kind of work, and each return with how far it is. */
export function RoundPage({ slug, today, round, returns, withoutAccount, query, page: asked, may }: RoundPageProps) {
  const path = (...rest: string[]) => assessmentsPath(slug, round.id, ...rest);
  const rates = ratesOf(returns, today);
  const found = filterReturns(returns, query, today);
  const { rows, page, pages } = pageOf(found, asked);
  const numbers = pageNumbers(page, pages, (at) => path() + roundSearch(query, at));
  return (
    <>
      <p className="govuk-body-l">{sentence(rates)}</p>
      <ButtonGroup>
        <Button href={path("themes")} variant={rates.submitted > 0 ? undefined : "secondary"}>See what they say</Button>
        {may.challenge && <Button href={path("sample")} variant="secondary">Draw a sample</Button>}
        {may.issue && <Button href={path("add")} variant="secondary">Ask more agencies</Button>}
      </ButtonGroup>
      <RatesTable returns={returns} today={today} />
      <SummaryList
        rows={[
          { key: "Questions", value: <a className="govuk-link" href={assessmentsPath(slug, "questions", round.setId)}>{round.shortTitle}</a> },
          { key: "About", value: showPeriod(round) },
          { key: "Due", value: showDate(round.dueOn) },
          { key: "Issued", value: `${showDate(round.issuedOn)} by the ${round.issuedOffice}` },
          { key: "Without an account", value: withoutAccount.length === 0 ? "None: every agency can answer here" : `${String(withoutAccount.length)}: the business manager can enter their returns on their behalf` },
        ]}
      />
      <ReturnSearch path={path()} query={query} />
      <h2 className="govuk-heading-m" id="found">{found.length === 1 ? "1 return" : `${found.length.toLocaleString("en-GB")} returns`}</h2>
      <FilterTags
        tags={[
          query.sector && { text: agencySectorLabels[query.sector], href: path() + roundSearch({ ...query, sector: null }) },
          query.state && { text: returnFilterLabels[query.state], href: path() + roundSearch({ ...query, state: null }) },
        ]}
      />
      {found.length > 0 ? <ReturnsTable slug={slug} returns={rows} withoutAccount={withoutAccount} today={today} /> : <p className="govuk-body">No return is like that. <a className="govuk-link" href={path()}>See all of them</a>.</p>}
      {numbers && <Pagination {...numbers} />}
      <p className="govuk-body"><a className="govuk-link" href={`${path()}.csv`}>Download the round (CSV)</a></p>
    </>
  );
}

function sentence({ submitted, asked, overdue, rate }: ReturnType<typeof ratesOf>): string {
  return `${String(submitted)} of ${String(asked)} agencies returned it (${showRate(rate)})${overdue > 0 ? `, and ${overdue === 1 ? "1 is" : `${String(overdue)} are`} overdue` : ""}.`;
}

function ReturnSearch({ path, query }: { path: string; query: RoundQuery }) {
  return (
    <form method="get" action={path} className="search">
      <div className="search__row">
        <Select name="sector" label="Kind of work" defaultValue={query.sector ?? ""} items={[{ value: "", text: "All" }, ...agencySectors.map((sector) => ({ value: sector, text: agencySectorLabels[sector] }))]} />
        <Select name="state" label="How far it is" defaultValue={query.state ?? ""} items={[{ value: "", text: "All" }, ...returnFilters.map((state) => ({ value: state, text: returnFilterLabels[state] }))]} />
      </div>
      <Button>Show</Button>
    </form>
  );
}
