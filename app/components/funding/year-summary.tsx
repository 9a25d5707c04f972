import { Figures } from "#app/components/facts/figures.tsx";
import { SummaryList } from "#app/components/govuk/summary-list.tsx";
import type { FundingYear } from "#app/domain/funding/funding-view.ts";
import { carriedForward, sum } from "#app/domain/funding/rules.ts";
import { notProvided, wholeShare } from "#app/domain/funding/vocabulary.ts";
import { showMoney } from "#app/domain/shared/money.ts";

/** The year's sum: what comes in and was brought forward, less what is spent. */
export function YearFigures({ year }: { year: FundingYear }) {
  const { record, inForce } = year;
  const cash = sum(year.contributions.filter((line) => line.form === "cash").map((line) => (inForce ? line.varied : line.pence)));
  const spending = sum(year.spending.map((line) => (inForce ? line.varied : line.pence)));
  const as = inForce ? "as signed and varied" : "as recorded";
  return (
    <Figures
      figures={[
        { term: "Cash", value: showMoney(cash), note: as },
        { term: "Brought forward", value: record.broughtForwardPence === null ? notProvided : showMoney(record.broughtForwardPence) },
        { term: "Spending", value: showMoney(spending), note: as },
        { term: "Carried forward", value: showMoney(carriedForward(cash, record.broughtForwardPence ?? 0, spending)), note: "cash and brought forward, less spending" },
      ]}
    />
  );
}

/** What is said of the year beside its lines. */
export function YearDetails({ record, changeHref }: { record: FundingYear["record"]; changeHref?: string }) {
  const money = (pence: number | null) => (pence === null ? notProvided : showMoney(pence));
  const share = record.broughtForwardChildrenShare < wholeShare ? `, ${String(record.broughtForwardChildrenShare / 100)}% of it for children` : "";
  return (
    <>
      <SummaryList
        rows={[
          { key: "Total in cash that the partners agreed", value: money(record.agreedPence) },
          { key: "Brought forward", value: `${money(record.broughtForwardPence)}${share}` },
          { key: "Why the shares are equitable and proportionate", value: <Paragraphs text={record.sharesStatement} /> },
          { key: "What is not included, and why", value: <Paragraphs text={record.notIncluded} /> },
          { key: "A change needs a new signed version from", value: money(record.materialPence) },
          { key: "Children in the area", value: record.population === null ? notProvided : `${record.population.toLocaleString("en-GB")} (${record.populationSource ?? ""})` },
          ...(record.earlierSource ? [{ key: "Published first", value: record.earlierSource }] : []),
        ]}
      />
      {changeHref && <p className="govuk-body"><a className="govuk-link" href={changeHref}>Change these</a></p>}
    </>
  );
}

function Paragraphs({ text }: { text: string }) {
  if (text === "") return <>{notProvided}</>;
  return <>{text.split(/\n{2,}/).map((paragraph, at) => <p className="govuk-body" key={String(at)}>{paragraph}</p>)}</>;
}
