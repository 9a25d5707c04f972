import { and, desc, eq, isNull } from "drizzle-orm";

import { budgetKind, type VersionStatus } from "#app/domain/documents/vocabulary.ts";
import { daysOf, type FinancialYear, yearOf, yearsLater } from "#app/domain/shared/financial-year.ts";
import { allOf } from "#app/domain/shared/all-of.ts";
import { as, type SessionActor, type SessionTx } from "#db/client.server.ts";
import { documents, fundingYears, sharedContributions, sharedParts, versions } from "#db/schema/index.ts";

import type { FundingYear } from "./funding-view.ts";
import { readFundingYear } from "./queries.server.ts";

/** A year in the list, with how far its budget has come. */
export interface YearStanding {
  year: FinancialYear;
  /** Null while no draft was started. */
  budget: { state: "draft" } | { state: VersionStatus; number: number } | null;
  outturnOn: string | null;
  /** Whether its last day has passed. */
  over: boolean;
}

export interface Finance {
  today: string;
  thisYear: FinancialYear;
  /** This year, or the latest that is open; null when none is. */
  shown: FundingYear | null;
  /** The newest first. */
  years: YearStanding[];
  /** Parts of one payer's amount that are offered and not answered. */
  offered: { sharedId: string; year: FinancialYear; contributor: string }[];
}

/** What the finance page shows to those who read the partnership's drafts. */
export async function getFinance(actor: SessionActor, partnershipId: string): Promise<Finance> {
  return as(actor, async (tx) => {
    const thisYear = yearOf(tx.today);
    const years = await readYears(tx, partnershipId);
    const latest = years.find((each) => each.year === thisYear) ?? years[0];
    return { today: tx.today, thisYear, shown: latest ? await readFundingYear(tx, partnershipId, latest.year) : null, years, offered: await readOffered(tx, partnershipId) };
  });
}

/** The years whose lines somebody may see, whole: for those who see their own lines alone. */
export async function listWholeYears(actor: SessionActor, partnershipId: string): Promise<FundingYear[]> {
  return as(actor, async (tx) => {
    const rows = await tx.db.select({ year: fundingYears.year }).from(fundingYears).where(eq(fundingYears.partnershipId, partnershipId)).orderBy(desc(fundingYears.year));
    const years: FundingYear[] = [];
    for (const { year } of rows) {
      const found = await readFundingYear(tx, partnershipId, year);
      if (found) years.push(found);
    }
    return years;
  });
}

/** The years that were opened, the newest first, with how far their budgets have come. */
export async function readYears(tx: SessionTx, partnershipId: string): Promise<YearStanding[]> {
  const { rows, drafts, frozen } = await allOf({
    rows: tx.db.select({ year: fundingYears.year, outturnOn: fundingYears.outturnOn }).from(fundingYears).where(eq(fundingYears.partnershipId, partnershipId)).orderBy(desc(fundingYears.year)),
    drafts: tx.db.select({ kind: documents.kind }).from(documents).where(eq(documents.partnershipId, partnershipId)),
    frozen: tx.db.select({ kind: versions.kind, number: versions.number, status: versions.status }).from(versions).where(eq(versions.partnershipId, partnershipId)).orderBy(desc(versions.number)),
  });
  return rows.map(({ year, outturnOn }) => {
    const newest = frozen.find((version) => version.kind === budgetKind(year));
    const started = drafts.some((draft) => draft.kind === budgetKind(year));
    return { year, outturnOn, over: tx.today > daysOf(year).last, budget: newest ? { state: newest.status, number: newest.number } : started ? { state: "draft" as const } : null };
  });
}

/** Parts of one payer's amount that the partnership has not answered. */
export async function readOffered(tx: SessionTx, partnershipId: string): Promise<Finance["offered"]> {
  return tx.db
    .select({ sharedId: sharedParts.sharedId, year: sharedContributions.year, contributor: sharedContributions.contributor })
    .from(sharedParts)
    .innerJoin(sharedContributions, eq(sharedContributions.id, sharedParts.sharedId))
    .where(and(eq(sharedParts.partnershipId, partnershipId), eq(sharedParts.state, "proposed"), isNull(sharedContributions.withdrawnAt)));
}

/** The years that can be opened: next year, this one, and up to ten before, unless they are open. */
export async function listYearsToOpen(actor: SessionActor, partnershipId: string): Promise<{ years: FinancialYear[]; open: FinancialYear[] }> {
  return as(actor, async (tx) => {
    const open = (await readYears(tx, partnershipId)).map((each) => each.year);
    const thisYear = yearOf(tx.today);
    const all = Array.from({ length: 12 }, (_value, at) => yearsLater(thisYear, 1 - at));
    return { years: all.filter((year) => !open.includes(year)), open };
  });
}
