import { asc, and, eq, gt, isNull, lte, or } from "drizzle-orm";

import type { FinancialYear } from "#app/domain/shared/financial-year.ts";
import type { SessionTx } from "#db/client.server.ts";
import { seats } from "#db/schema/index.ts";

import { checkBudget } from "./check-budget.ts";
import type { DraftBudget } from "./draft-budget.ts";
import type { ContributionLine, FundingYear, SpendingLine } from "./funding-view.ts";
import { readFundingYear } from "./queries.server.ts";
import { childrenPart, totalsOf } from "./rules.ts";
import type { SignedBudget, SignedContribution, SignedSpending } from "./signed-budget.ts";

/** A year's figures as they would be frozen now, with what keeps them from it. Null when the year was not opened. */
export async function readDraftBudget(tx: SessionTx, partnershipId: string, year: FinancialYear): Promise<DraftBudget | null> {
  const found = await readFundingYear(tx, partnershipId, year);
  if (!found) return null;
  const budget = toBudget(found);
  const partners = await tx.db
    .select({ id: seats.id, organisation: seats.name })
    .from(seats)
    .where(and(eq(seats.partnershipId, partnershipId), lte(seats.validFrom, tx.today), or(isNull(seats.validTo), gt(seats.validTo, tx.today))))
    .orderBy(asc(seats.position));
  return { budget, problems: checkBudget({ ...found, totals: budget.totals, seats: partners }) };
}

function toBudget({ record, contributions, spending }: FundingYear): SignedBudget {
  const lines = { contributions: contributions.map(toContribution), spending: spending.map(toSpending), broughtForward: broughtForwardOf(record) };
  const { population, populationSource, materialPence, sharesStatement, notIncluded, year } = record;
  return { year, ...lines, totals: totalsOf(lines), sharesStatement, notIncluded, materialPence: materialPence ?? 0, population: population !== null && populationSource ? { children: population, source: populationSource } : null };
}

function broughtForwardOf({ broughtForwardPence, broughtForwardChildrenShare: childrenShare }: FundingYear["record"]): SignedBudget["broughtForward"] {
  const pence = broughtForwardPence ?? 0;
  return { pence, childrenShare, childrenPence: childrenPart(pence, childrenShare) };
}

function toContribution({ id, contributor, seatId, sector, payer, form, pence, childrenShare, purpose, ringFenced, note }: ContributionLine): SignedContribution {
  const amount = form === "cash" ? (pence ?? 0) : pence;
  return { id, contributor, seatId, sector, payer, form, pence: amount, childrenShare, childrenPence: amount === null ? null : childrenPart(amount, childrenShare), purpose, ringFenced, note };
}

function toSpending({ id, category, description, pence, childrenShare, note }: SpendingLine): SignedSpending {
  return { id, category, description, pence: pence ?? 0, childrenShare, childrenPence: childrenPart(pence ?? 0, childrenShare), note };
}
