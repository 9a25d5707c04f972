import { and, asc, desc, eq, isNull, sql } from "drizzle-orm";

import type { StoredFunding } from "#app/domain/publication/funding.ts";
import { type FinancialYear, yearsLater } from "#app/domain/shared/financial-year.ts";
import { as, type SessionActor, type Tx } from "#db/client.server.ts";
import { contributions, fundingYears, publications, seats, spending } from "#db/schema/index.ts";

import type { ContributionLine, FundingYear, SpendingLine, VariationView, YearRecord } from "./funding-view.ts";
import { amountsOf, type BudgetInForce, findBudgetInForce, type VariationRow } from "./in-force.server.ts";
import { spendingCategories } from "./vocabulary.ts";

/** A year with everything on record, or null when it was not opened (or the actor may not know). */
export async function findFundingYear(actor: SessionActor, partnershipId: string, year: FinancialYear): Promise<FundingYear | null> {
  return as(actor, (tx) => readFundingYear(tx, partnershipId, year));
}

/** Whether a year was opened. */
export async function isYearOpen(tx: Tx, partnershipId: string, year: FinancialYear): Promise<boolean> {
  const rows = await tx.db.select({ year: fundingYears.year }).from(fundingYears).where(and(eq(fundingYears.partnershipId, partnershipId), eq(fundingYears.year, year)));
  return rows.length > 0;
}

/** The years that were opened, the newest first. */
export async function listFundingYears(actor: SessionActor, partnershipId: string): Promise<FinancialYear[]> {
  return as(actor, async (tx) => {
    const rows = await tx.db.select({ year: fundingYears.year }).from(fundingYears).where(eq(fundingYears.partnershipId, partnershipId)).orderBy(desc(fundingYears.year));
    return rows.map((row) => row.year);
  });
}

/** The same inside a transaction, as a command or a job needs it. */
export async function readFundingYear(tx: Tx, partnershipId: string, year: FinancialYear): Promise<FundingYear | null> {
  const [record] = await tx.db.select().from(fundingYears).where(and(eq(fundingYears.partnershipId, partnershipId), eq(fundingYears.year, year)));
  if (!record) return null;
  const inForce = await findBudgetInForce(tx, partnershipId, year);
  const given = await readContributions(tx, partnershipId, year, inForce);
  const spent = await readSpending(tx, partnershipId, year, inForce);
  const before = await lastPublished(tx, partnershipId, yearsLater(year, -1));
  return {
    record: toRecord(record),
    contributions: given,
    spending: spent,
    inForce: inForce && {
      number: inForce.number,
      contentSha256: inForce.contentSha256,
      publishedAt: inForce.publishedAt,
      materialPence: inForce.budget.materialPence,
      cashPence: inForce.budget.totals.cashPence,
      spendingPence: inForce.budget.totals.spendingPence,
    },
    variations: [
      ...(inForce?.held ?? []).map((row) => ({ ...toVariation(row, [], given, spent), awaitsSignature: false, held: true })),
      ...(inForce?.variations ?? []).map((row, at, all) => toVariation(row, all.slice(at + 1), given, spent)),
    ],
    previousCarriedForward: before?.facts.outturn ? before.facts.summary.carriedForward : null,
    today: tx.today,
  };
}

function toRecord({ partnershipId: _partnership, openedAt: _at, openedBy: _by, savedAt: _saved, ...record }: typeof fundingYears.$inferSelect): YearRecord {
  return record;
}

/** A year's contributions: statutory partners first, in the order of their seats. */
export async function readContributions(tx: Tx, partnershipId: string, year: FinancialYear, inForce: BudgetInForce | null): Promise<ContributionLine[]> {
  const rows = await tx.db
    .select({ line: contributions })
    .from(contributions)
    .leftJoin(seats, eq(seats.id, contributions.seatId))
    .where(and(eq(contributions.partnershipId, partnershipId), eq(contributions.year, year), isNull(contributions.removedAt)))
    .orderBy(sql`${seats.position} nulls last`, asc(contributions.contributor), asc(contributions.form), asc(contributions.recordedAt), asc(contributions.id));
  return rows.map(({ line }) => toContribution(line, inForce));
}

export function toContribution(line: typeof contributions.$inferSelect, inForce: BudgetInForce | null): ContributionLine {
  const { partnershipId: _partnership, year: _year, recordedAt: _at, recordedBy: _by, removedAt: _removed, ...rest } = line;
  return { ...rest, ...amountsOf(inForce, line.id) };
}

/** A year's spending, in the order of its categories. */
export async function readSpending(tx: Tx, partnershipId: string, year: FinancialYear, inForce: BudgetInForce | null): Promise<SpendingLine[]> {
  const rows = await tx.db
    .select()
    .from(spending)
    .where(and(eq(spending.partnershipId, partnershipId), eq(spending.year, year), isNull(spending.removedAt)))
    .orderBy(asc(spending.description), asc(spending.recordedAt), asc(spending.id));
  const place = (line: { category: SpendingLine["category"] }) => spendingCategories.indexOf(line.category);
  return rows.map((line) => toSpending(line, inForce)).sort((a, b) => place(a) - place(b));
}

export function toSpending(line: typeof spending.$inferSelect, inForce: BudgetInForce | null): SpendingLine {
  const { partnershipId: _partnership, year: _year, recordedAt: _at, recordedBy: _by, removedAt: _removed, ...rest } = line;
  return { ...rest, ...amountsOf(inForce, line.id) };
}

function toVariation(row: VariationRow, later: readonly VariationRow[], given: readonly ContributionLine[], spent: readonly SpendingLine[]): VariationView {
  const { id, beforePence, afterPence, variedOn, reason, office, recordedAt, needsSignature, contributionId, spendingId } = row;
  const lineId = contributionId ?? spendingId ?? "";
  // A smaller change of the same line that counts overtakes what waited for a signature.
  const overtaken = later.some((each) => !each.needsSignature && (each.contributionId ?? each.spendingId) === lineId);
  const line = given.find((each) => each.id === lineId)?.contributor ?? spent.find((each) => each.id === lineId)?.description ?? "A line that was removed";
  return { id, list: contributionId ? "contributions" : "spending", lineId, line, before: beforePence, after: afterPence, on: variedOn, reason, office, recordedAt, awaitsSignature: needsSignature && !overtaken, held: false };
}

/** What was last published of a year that has not been taken down. */
export async function lastPublished(tx: Tx, partnershipId: string, year: FinancialYear): Promise<{ facts: StoredFunding; at: Date } | null> {
  const [row] = await tx.db
    .select({ facts: publications.facts, at: publications.publishedAt })
    .from(publications)
    .where(
      and(
        eq(publications.partnershipId, partnershipId),
        eq(publications.kind, "funding"),
        sql`${publications.facts}->>'year' = ${year}`,
        sql`not exists (select from publication.notices n where n.publication_id = ${publications.id} and n.state in ('taken-down', 'erased'))`,
      ),
    )
    .orderBy(desc(publications.number))
    .limit(1);
  return row ? { facts: row.facts as StoredFunding, at: row.at } : null;
}
