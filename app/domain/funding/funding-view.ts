import type { FinancialYear } from "#app/domain/shared/financial-year.ts";

import type { ContributionForm, FundingList, Sector, SpendingCategory } from "./vocabulary.ts";

/** Funding as the portal's pages show it. Client-safe. Amounts are pence; null is not provided, or not valued. */

/** What a line is in the signed budget, and with the changes in the year that count. Null while no budget is in force. */
export interface InForceAmounts {
  signed: number | null;
  varied: number | null;
}

export interface ContributionLine extends InForceAmounts {
  id: string;
  seatId: string | null;
  postId: string | null;
  contributor: string;
  sector: Sector;
  payer: string | null;
  form: ContributionForm;
  pence: number | null;
  invoicedPence: number | null;
  receivedPence: number | null;
  childrenShare: number;
  purpose: string;
  ringFenced: boolean;
  note: string | null;
  differenceNote: string | null;
  /** The payer's amount for several partnerships of which it is a part. */
  sharedId: string | null;
  revision: number;
}

export interface SpendingLine extends InForceAmounts {
  id: string;
  category: SpendingCategory;
  description: string;
  pence: number | null;
  actualPence: number | null;
  childrenShare: number;
  note: string | null;
  differenceNote: string | null;
  revision: number;
}

/** What is said of a year beside its lines. */
export interface YearRecord {
  year: FinancialYear;
  agreedPence: number | null;
  broughtForwardPence: number | null;
  broughtForwardChildrenShare: number;
  sharesStatement: string;
  notIncluded: string;
  materialPence: number | null;
  population: number | null;
  populationSource: string | null;
  earlierSource: string | null;
  /** The day the outturn was last published, as an ISO date; null when it was not. */
  outturnOn: string | null;
  /** Why it was published again. */
  outturnNote: string | null;
  revision: number;
}

export interface VariationView {
  id: string;
  list: FundingList;
  lineId: string;
  line: string;
  before: number;
  after: number;
  on: string;
  reason: string;
  office: string;
  recordedAt: Date;
  /** Whether it waits for a new version that every lead signs. */
  awaitsSignature: boolean;
  /** Whether the signed budget that is in force holds it already. */
  held: boolean;
}

/** The signed budget that is published and stands. */
export interface BudgetInForceView {
  number: number;
  contentSha256: string;
  publishedAt: Date;
  materialPence: number;
  cashPence: number;
  spendingPence: number;
}

/** A year with everything on record. */
export interface FundingYear {
  record: YearRecord;
  contributions: ContributionLine[];
  spending: SpendingLine[];
  inForce: BudgetInForceView | null;
  /** The oldest first. */
  variations: VariationView[];
  /** What the year before carried forward, by its outturn; null while that is not published. */
  previousCarriedForward: number | null;
  today: string;
}
