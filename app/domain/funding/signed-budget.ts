import type { FinancialYear } from "#app/domain/shared/financial-year.ts";

import type { ContributionForm, Sector, SpendingCategory } from "./vocabulary.ts";

/**
 * The figures of a shared annual budget as lead safeguarding partners sign them, part of the version's canonical bytes.
 * Amounts are pence. `childrenShare` is in hundredths of a percent: 10000 is the whole, less is a pot shared with adults.
 */
export interface SignedBudget {
  year: FinancialYear;
  contributions: SignedContribution[];
  spending: SignedSpending[];
  broughtForward: { pence: number; childrenShare: number; childrenPence: number };
  totals: BudgetTotals;
  /** Why the shares are equitable and proportionate. */
  sharesStatement: string;
  /** What the figures leave out, and why. */
  notIncluded: string;
  /** From this change of one line, or of the cash total, on a change in the year needs a new signed version. */
  materialPence: number;
  population: { children: number; source: string } | null;
}

export interface SignedContribution {
  id: string;
  contributor: string;
  /** The seat of a statutory partner; null for other contributors. */
  seatId: string | null;
  sector: Sector;
  /** Who pays, when it is somebody else. */
  payer: string | null;
  form: ContributionForm;
  /** Null only for help in kind that is expressly not valued. */
  pence: number | null;
  childrenShare: number;
  childrenPence: number | null;
  purpose: string;
  ringFenced: boolean;
  note: string | null;
}

export interface SignedSpending {
  id: string;
  category: SpendingCategory;
  description: string;
  pence: number;
  childrenShare: number;
  childrenPence: number;
  note: string | null;
}

/** In kind is never part of cash. Each total is the sum of its lines. */
export interface BudgetTotals {
  cashPence: number;
  childrenCashPence: number;
  /** Of help in kind that is valued. */
  inKindPence: number;
  spendingPence: number;
  childrenSpendingPence: number;
  /** Cash and what was brought forward, less spending. */
  carriedForwardPence: number;
  childrenCarriedForwardPence: number;
}

/** What somebody who signs for a seat reads first: what that partner gives in cash, out of what, and how the year adds up. Pence. */
export interface SigningFigures {
  given: number;
  cash: number;
  broughtForward: number;
  spending: number;
  carriedForward: number;
}

export function signingFigures({ contributions, broughtForward, totals }: SignedBudget, seatId: string): SigningFigures {
  const own = contributions.filter((line) => line.seatId === seatId && line.form === "cash");
  return { given: own.reduce((total, line) => total + (line.pence ?? 0), 0), cash: totals.cashPence, broughtForward: broughtForward.pence, spending: totals.spendingPence, carriedForward: totals.carriedForwardPence };
}
