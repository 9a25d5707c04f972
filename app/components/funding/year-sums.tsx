import { Table } from "#app/components/govuk/table.tsx";
import type { YearSum } from "#app/domain/funding/reconciliation.ts";

import { Amount } from "./amount.tsx";

/** The year's sum in the budget and in fact, which anybody can add up. */
export function YearSums({ budget, actual }: { budget: YearSum; actual: YearSum }) {
  const row = (key: keyof YearSum, what: string) => ({ key, cells: [what, <Amount key="budget" pence={budget[key]} />, <Amount key="actual" pence={actual[key]} />] });
  return (
    <Table
      caption="How the year adds up"
      captionHidden
      columns={[{ label: "What" }, { label: "Budget", format: "numeric" }, { label: "In fact", format: "numeric" }]}
      rows={[row("cash", "Contributions in cash"), row("broughtForward", "and brought forward"), row("spending", "less spending"), row("carriedForward", "is carried forward")]}
    />
  );
}
