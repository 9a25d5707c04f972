import { Table } from "#app/components/govuk/table.tsx";
import { notProvided } from "#app/domain/funding/vocabulary.ts";
import { showMoney } from "#app/domain/shared/money.ts";

import type { FundingPageProps } from "./funding-page.tsx";

/** The year's sum, which anybody can add up. */
export function Reconciled({ funding: { snapshot, outline } }: { funding: FundingPageProps["funding"] }) {
  const { summary } = snapshot.facts;
  const outturn = outline.outturn !== null;
  const rows: [what: string, amount: string][] = [
    [outturn ? "Received in cash" : "Cash agreed", showMoney(summary.cash)],
    ["and brought forward from the year before", summary.broughtForward === null ? notProvided : showMoney(summary.broughtForward)],
    [outturn ? "less what was spent" : "less what is to be spent", showMoney(summary.spending)],
  ];
  return (
    <div className="sum">
      <Table
        caption="How the year adds up"
        captionSize="s"
        columns={[{ label: "What" }, { label: "Amount", format: "numeric" }]}
        rows={[...rows.map(([what, amount]) => ({ key: what, cells: [what, amount] })), { key: "carried", cells: [summary.carriedForward < 0 ? "leaves a shortfall carried forward" : "is carried forward to the next year", <strong key="sum">{showMoney(summary.carriedForward)}</strong>] }]}
      />
    </div>
  );
}
