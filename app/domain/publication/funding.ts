import type { ContributionForm, FundingEvent, FundingList, Sector, SpendingCategory } from "#app/domain/funding/vocabulary.ts";
import type { FinancialYear } from "#app/domain/shared/financial-year.ts";

/**
 * What is published of a partnership's funding in one financial year: a snapshot, written when a budget is published,
 * when it is varied and when the outturn is. All amounts are pence; null is not provided. Shares of children are in
 * hundredths of a percent.
 */
export interface FundingOutline {
  contributions: PublishedContribution[];
  spending: PublishedSpending[];
  /** Null when it is not provided. */
  broughtForward: { pence: number | null; childrenShare: number };
  /** The oldest first. */
  variations: PublishedVariation[];
  sharesStatement: string;
  notIncluded: string;
  /** From this change on a change in the year needs a new signed version; null when none was decided. */
  materialPence: number | null;
  population: { children: number; source: string } | null;
  /** The signed budget that the figures are from; null for a year that was not signed here. */
  signed: { versionId: string; number: number; contentSha256: string; publishedAt: string; signatures: number; lastSignedOn: string } | null;
  /** Where the figures of a year not signed here were published first. */
  earlierSource: string | null;
  /** Set once received and spent are published. `note` says why it was published again. ISO date. */
  outturn: { on: string; note: string | null } | null;
  /** Random, so that the hash of few words tells nobody the words. */
  salt: string;
}

export interface PublishedContribution {
  id: string;
  contributor: string;
  /** Whether it is a statutory partner's. */
  statutory: boolean;
  sector: Sector;
  /** Who pays, when it is somebody else. */
  payer: string | null;
  form: ContributionForm;
  childrenShare: number;
  purpose: string;
  ringFenced: boolean;
  note: string | null;
  /** As the leads signed it; null when no budget was signed here. Of help in kind its value, null when it is not valued. */
  signed: number | null;
  /** As signed, with the changes in the year that count. */
  varied: number | null;
  invoiced: number | null;
  received: number | null;
  /** Why what was received differs; null leaves a difference open. */
  explanation: string | null;
}

export interface PublishedSpending {
  id: string;
  category: SpendingCategory;
  description: string;
  childrenShare: number;
  note: string | null;
  signed: number | null;
  varied: number | null;
  spent: number | null;
  explanation: string | null;
}

/** A change in the year. */
export interface PublishedVariation {
  id: string;
  list: FundingList;
  lineId: string;
  /** The line as a reader knows it: the contributor, or what is paid for. */
  line: string;
  before: number;
  after: number;
  /** The day from which it holds, as an ISO date. */
  on: string;
  reason: string;
  /** By which office it was recorded. */
  office: string;
  /** Whether it waits for a new version that all leads sign; it is in no figure until then. */
  awaitsSignature: boolean;
}

/** The figures of a year in brief, which stand beside its snapshot so that years can be compared. Pence. */
export interface FundingSummary {
  /** Cash: what was received once the outturn is published, what was agreed and varied before. */
  cash: number;
  childrenCash: number;
  /** As signed; null when nothing was signed here. */
  cashSigned: number | null;
  cashVaried: number;
  received: number | null;
  /** Help in kind: the sum of what is valued, and how many gifts are not. */
  inKind: number;
  inKindNotValued: number;
  broughtForward: number | null;
  /** As `cash`: in fact, or as budgeted. */
  spending: number;
  childrenSpending: number;
  spendingVaried: number;
  spent: number | null;
  carriedForward: number;
  /** Whether any line is of a pot shared with adults. */
  joint: boolean;
  /** Children who live in the area, when recorded. */
  children: number | null;
}

/** What stands of a snapshot whatever becomes of its words. */
export interface StoredFunding {
  partnership: { id: string; slug: string; name: string };
  year: FinancialYear;
  event: FundingEvent;
  /** The number of the signed budget; null for a year not signed here. */
  budgetNumber: number | null;
  outturn: boolean;
  summary: FundingSummary;
}
