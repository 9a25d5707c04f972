import type { FundingYear } from "./funding-view.ts";
import { carriedForward, sum } from "./rules.ts";

/** What the finance page works out of a year. Pure; pence. */

/** What one contributor agreed and has not paid. Null is not provided. */
export interface Outstanding {
  id: string;
  contributor: string;
  agreed: number;
  invoiced: number | null;
  received: number | null;
  outstanding: number;
}

export interface AtAGlance {
  agreed: number;
  received: number;
  spent: number;
  /** Spending to be expected by the year's end: of each line the larger of its budget and what was spent. */
  expectedSpending: number;
  /** What the year is then expected to carry forward. */
  forecast: number;
}

/** What counts of a line now: as signed and varied, or as recorded while nothing is signed. */
function agreedOf(line: { varied: number | null; pence: number | null }, signed: boolean): number {
  return (signed ? line.varied : line.pence) ?? 0;
}

/** Contributions in cash of which less was received than agreed, the largest first. */
export function outstandingOf({ contributions, inForce }: Pick<FundingYear, "contributions" | "inForce">): Outstanding[] {
  return contributions
    .filter((line) => line.form === "cash")
    .map((line) => {
      const agreed = agreedOf(line, inForce !== null);
      return { id: line.id, contributor: line.contributor, agreed, invoiced: line.invoicedPence, received: line.receivedPence, outstanding: agreed - (line.receivedPence ?? 0) };
    })
    .filter((line) => line.outstanding > 0)
    .sort((a, b) => b.outstanding - a.outstanding);
}

/** The year at a glance, with the forecast to its end: all that is agreed comes in, and each line costs its budget or what was spent already, whichever is more. */
export function atAGlance({ record, contributions, spending, inForce }: Pick<FundingYear, "record" | "contributions" | "spending" | "inForce">): AtAGlance {
  const signed = inForce !== null;
  const cash = contributions.filter((line) => line.form === "cash");
  const agreed = sum(cash.map((line) => agreedOf(line, signed)));
  const expectedSpending = sum(spending.map((line) => Math.max(agreedOf(line, signed), line.actualPence ?? 0)));
  return {
    agreed,
    received: sum(cash.map((line) => line.receivedPence)),
    spent: sum(spending.map((line) => line.actualPence)),
    expectedSpending,
    forecast: carriedForward(agreed, record.broughtForwardPence ?? 0, expectedSpending),
  };
}
