import { changeInTenths } from "#app/domain/funding/rules.ts";
import { type FinancialYear, yearsLater } from "#app/domain/shared/financial-year.ts";

import type { FundingOutline, StoredFunding } from "./funding.ts";
import type { PublicationState } from "./vocabulary.ts";

/** One publication of a year's funding. RFC 3339 moments. */
export interface FundingSnapshot {
  publicationId: string;
  /** Counts the partnership's funding publications. */
  number: number;
  facts: StoredFunding;
  publishedAt: string;
  takenDown: { at: string; reason: string | null } | null;
}

/** A year's funding as the public reads it. */
export interface PublishedFunding {
  snapshot: FundingSnapshot;
  outline: FundingOutline | null;
  /** When anything was first published of that year. */
  firstPublishedAt: string;
  updates: number;
  /** The signed budget that the figures are from; null for a year that was not signed here. */
  budget: { number: number; state: PublicationState; sha256: string; nextReviewOn: string | null } | null;
  /** The year before, where it is published. */
  previous: { facts: StoredFunding; contributions: FundingOutline["contributions"] } | null;
  /** Up to ten years, this one included, the newest first. */
  history: StoredFunding[];
}

/** How many years the history goes back. */
export const yearsShown = 10;

/** The snapshot that stands for each year, the newest year first: the newest that was not taken down, if there is one. @param snapshots newest first */
export function currentYears(snapshots: readonly FundingSnapshot[]): FundingSnapshot[] {
  const years = [...new Set(snapshots.map((each) => each.facts.year))].sort().reverse();
  return years.flatMap((year) => {
    const own = snapshots.filter((each) => each.facts.year === year);
    const standing = own.find((each) => !each.takenDown) ?? own[0];
    return standing ? [standing] : [];
  });
}

/** The year before, unless it was taken down. */
export function previousOf(current: readonly FundingSnapshot[], year: FinancialYear): FundingSnapshot | null {
  return current.find((each) => each.facts.year === yearsLater(year, -1) && !each.takenDown) ?? null;
}

export function historyOf(current: readonly FundingSnapshot[]): StoredFunding[] {
  return current.filter((each) => !each.takenDown).slice(0, yearsShown).map((each) => each.facts);
}

/** How the cash of a year compares with the year before's: in pence, and in tenths of a percent; null where they cannot be compared. */
export function changeOf(now: StoredFunding, before: StoredFunding | null): { pence: number; tenths: number | null } | null {
  if (!before || before.summary.joint !== now.summary.joint) return null;
  return { pence: now.summary.cash - before.summary.cash, tenths: changeInTenths(before.summary.cash, now.summary.cash) };
}
