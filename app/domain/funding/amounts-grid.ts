import type { FundingYear } from "./funding-view.ts";
import { type FundingList, notApplicable } from "./vocabulary.ts";

/** A column of amounts that can be typed for many lines at once: its name in the form, and the field of the line. */
export interface GridColumn {
  name: string;
  field: "pence" | "invoicedPence" | "receivedPence" | "actualPence";
  label: string;
  mayBeNegative: boolean;
}

/** A line in the grid. An amount that is absent cannot be typed; `fixed` says so. */
export interface GridRow {
  id: string;
  name: string;
  revision: number;
  amounts: Partial<Record<GridColumn["field"], number | null>>;
  fixed: string;
}

/** As many lines as one form shows: with their hidden fields they stay below what a form may hold. */
export const gridPageSize = 50;

/** What can be typed of a list's lines: under a signed budget only what was paid. */
export function gridColumns(list: FundingList, signed: boolean): GridColumn[] {
  const amount: GridColumn = { name: "amount", field: "pence", label: list === "contributions" ? "Agreed" : "Budget", mayBeNegative: false };
  const actuals: GridColumn[] =
    list === "contributions"
      ? [
          { name: "invoiced", field: "invoicedPence", label: "Invoiced", mayBeNegative: false },
          { name: "received", field: "receivedPence", label: "Received", mayBeNegative: true },
        ]
      : [{ name: "actual", field: "actualPence", label: "Spent", mayBeNegative: true }];
  return signed ? actuals : [amount, ...actuals];
}

/** The lines of a list as the grid shows them: help in kind is not among them, since most of it cannot be typed here. */
export function gridRows({ contributions, spending }: Pick<FundingYear, "contributions" | "spending">, list: FundingList): GridRow[] {
  if (list === "spending") return spending.map(({ id, description, revision, pence, actualPence }) => ({ id, name: description, revision, amounts: { pence, actualPence }, fixed: notApplicable }));
  return contributions
    .filter((line) => line.form === "cash")
    .map(({ id, contributor, purpose, revision, pence, invoicedPence, receivedPence, sharedId }) => ({
      id,
      name: purpose ? `${contributor}: ${purpose}` : contributor,
      revision,
      amounts: { ...(sharedId ? {} : { pence }), invoicedPence, receivedPence },
      fixed: "As accepted",
    }));
}
