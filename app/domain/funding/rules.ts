import { allocate } from "./allocation.ts";
import type { BudgetTotals, SignedBudget, SignedContribution, SignedSpending } from "./signed-budget.ts";
import { type ContributionForm, wholeShare } from "./vocabulary.ts";

/** The arithmetic of funding: pure, in pence, client-safe. */

/** Children's part of an amount of a pot shared with adults; the rest is adults'. The two sum to the whole. */
export function childrenPart(pence: number, childrenShare: number): number {
  return allocate(pence, [childrenShare, wholeShare - childrenShare])[0] ?? 0;
}

export function sum(amounts: readonly (number | null)[]): number {
  return amounts.reduce<number>((total, amount) => total + (amount ?? 0), 0);
}

/** The same, where all that nobody provided is not provided. */
export function totalOf(amounts: readonly (number | null)[]): number | null {
  return amounts.every((amount) => amount === null) ? null : sum(amounts);
}

/** Contributions in cash and what was brought forward, less what is spent. */
export function carriedForward(cash: number, broughtForward: number, spending: number): number {
  return cash + broughtForward - spending;
}

type TotalsOf = Pick<SignedBudget, "broughtForward"> & {
  contributions: readonly Pick<SignedContribution, "form" | "pence" | "childrenPence">[];
  spending: readonly Pick<SignedSpending, "pence" | "childrenPence">[];
};

/** The totals of a budget, from its lines. */
export function totalsOf({ contributions, spending, broughtForward }: TotalsOf): BudgetTotals {
  const cash = contributions.filter((line) => line.form === "cash");
  const cashPence = sum(cash.map((line) => line.pence));
  const childrenCashPence = sum(cash.map((line) => line.childrenPence));
  const spendingPence = sum(spending.map((line) => line.pence));
  const childrenSpendingPence = sum(spending.map((line) => line.childrenPence));
  return {
    cashPence,
    childrenCashPence,
    inKindPence: sum(contributions.filter((line) => line.form === "in-kind").map((line) => line.pence)),
    spendingPence,
    childrenSpendingPence,
    carriedForwardPence: carriedForward(cashPence, broughtForward.pence, spendingPence),
    childrenCarriedForwardPence: carriedForward(childrenCashPence, broughtForward.childrenPence, childrenSpendingPence),
  };
}

/** Shares of a total in tenths of a percent, which sum to 1000 by largest remainder; null of nothing, and where an amount is below nought. */
export function sharesOf(amounts: readonly number[]): number[] | null {
  return amounts.every((amount) => amount === 0) || amounts.some((amount) => amount < 0) ? null : allocate(1000, amounts);
}

/** "4.6%", from tenths of a percent. */
export function showShare(tenths: number): string {
  return `${String(Math.trunc(tenths / 10))}.${String(Math.abs(tenths) % 10)}%`;
}

/** How much more or less than before, in tenths of a percent, halves away from nought; null when there was nothing before. */
export function changeInTenths(before: number, now: number): number | null {
  if (before <= 0) return null;
  const tenths = Math.round((Math.abs(now - before) * 1000) / before);
  return tenths === 0 ? 0 : Math.sign(now - before) * tenths;
}

/** "+3.1%", "−0.4%", "0.0%". */
export function showPercentChange(tenths: number): string {
  return `${tenths > 0 ? "+" : tenths < 0 ? "−" : ""}${showShare(Math.abs(tenths))}`;
}

/** Two lines that may be the same one entered twice. */
export interface Likeness {
  contributor: string;
  payer: string | null;
  form: ContributionForm;
  purpose: string;
}

/** What two contributions have in common when they may be one that was entered twice. */
export function likenessOf({ contributor, payer, form, purpose }: Likeness): string {
  return [contributor, payer ?? "", form, purpose].map((text) => text.toLowerCase().replace(/\s+/g, " ").trim()).join("|");
}

/** What a change in the year is measured by. `signed` is what the line was in the signed budget, `totalSigned` all cash or all spending in it. */
export interface VariationMeasure {
  signed: number;
  after: number;
  totalSigned: number;
  totalAfter: number;
  materialPence: number;
}

/**
 * Whether a change in the year needs a new signed version: when its line, or the total, has moved by the partnership's
 * threshold or more from what was signed. Measured from what was signed, so that many small changes count as one large.
 */
export function needsSignature({ signed, after, totalSigned, totalAfter, materialPence }: VariationMeasure): boolean {
  return Math.abs(after - signed) >= materialPence || Math.abs(totalAfter - totalSigned) >= materialPence;
}
