import { Table } from "#app/components/govuk/table.tsx";
import { type Rates, ratesBySector, ratesOf, showRate } from "#app/domain/agencies/assessments/figures.ts";
import type { ReturnRow } from "#app/domain/agencies/assessments/views.ts";

/** How many returns are how far, by kind of work and in all. */
export function RatesTable({ returns, today }: { returns: readonly ReturnRow[]; today: string }) {
  const sectors = ratesBySector(returns, today);
  const cells = ({ asked, notBegun, begun, submitted, submittedLate, overdue, challenged, rate }: Rates) => [asked, notBegun, begun, submitted, submittedLate, overdue, challenged, showRate(rate)].map(String);
  return (
    <Table
      caption="Returns by kind of work"
      columns={[
        { label: "Kind of work" },
        { label: "Asked", format: "numeric" },
        { label: "Not begun", format: "numeric" },
        { label: "Begun", format: "numeric" },
        { label: "Submitted", format: "numeric" },
        { label: "Of them late", format: "numeric" },
        { label: "Overdue", format: "numeric" },
        { label: "Challenged", format: "numeric" },
        { label: "Returned", format: "numeric" },
      ]}
      rows={[...sectors.map(({ sector, label, rates }) => ({ key: sector, cells: [label, ...cells(rates)] })), ...(sectors.length > 1 ? [{ key: "all", cells: ["All of them", ...cells(ratesOf(returns, today))] }] : [])]}
    />
  );
}
