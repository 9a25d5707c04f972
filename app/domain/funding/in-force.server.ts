import { and, asc, eq, isNotNull, isNull } from "drizzle-orm";

import { parseCanonical } from "#app/domain/documents/text/canonical.server.ts";
import { budgetKind } from "#app/domain/documents/vocabulary.ts";
import type { FinancialYear } from "#app/domain/shared/financial-year.ts";
import type { Tx } from "#db/client.server.ts";
import { fundingVariations, payloads, versions } from "#db/schema/index.ts";

import type { InForceAmounts } from "./funding-view.ts";
import type { SignedBudget, SignedContribution, SignedSpending } from "./signed-budget.ts";

export type VariationRow = typeof fundingVariations.$inferSelect;

/** The signed budget that is published and stands, with what was varied since it was frozen, the oldest first. */
export interface BudgetInForce {
  versionId: string;
  number: number;
  contentSha256: string;
  publishedAt: Date;
  budget: SignedBudget;
  /** Its lines of both lists, by their ids. */
  lines: ReadonlyMap<string, SignedContribution | SignedSpending>;
  variations: VariationRow[];
  /** Changes of the year that it holds already, recorded under an earlier version. */
  held: VariationRow[];
}

/** The budget in force of a year; null until one is published, and once it is withdrawn or taken down. */
export async function findBudgetInForce(tx: Tx, partnershipId: string, year: FinancialYear): Promise<BudgetInForce | null> {
  const [found] = await tx.db
    .select({ version: versions, body: payloads.body })
    .from(versions)
    .innerJoin(payloads, and(eq(payloads.partnershipId, versions.partnershipId), eq(payloads.sha256, versions.contentSha256)))
    .where(and(eq(versions.partnershipId, partnershipId), eq(versions.kind, budgetKind(year)), eq(versions.status, "published"), isNull(versions.takenDownAt), isNotNull(payloads.body)));
  const budget = found?.body ? parseCanonical(found.body).budget : undefined;
  if (!found || !budget) return null;
  const { id, number, contentSha256, publishedAt, frozenAt, frozenSeq } = found.version;
  const all = await tx.db
    .select()
    .from(fundingVariations)
    .where(and(eq(fundingVariations.partnershipId, partnershipId), eq(fundingVariations.year, year)))
    .orderBy(asc(fundingVariations.ledgerSeq));
  const lines = new Map([...budget.contributions, ...budget.spending].map((line) => [line.id, line]));
  return { versionId: id, number, contentSha256, publishedAt: publishedAt ?? frozenAt, budget, lines, variations: all.filter((each) => each.ledgerSeq > frozenSeq), held: all.filter((each) => each.ledgerSeq < frozenSeq) };
}

/** What a line is in the signed budget (nought when it is not in it), and with the changes that count without a signature. */
export function amountsOf(inForce: BudgetInForce | null, lineId: string): InForceAmounts {
  if (!inForce) return { signed: null, varied: null };
  const line = inForce.lines.get(lineId);
  const signed = line ? line.pence : 0;
  // The last that counts says the whole amount, whatever waited for a signature before it.
  const counted = variationsOf(inForce, lineId).findLast((each) => !each.needsSignature);
  return { signed, varied: counted ? counted.afterPence : signed };
}

/** The changes of one line since the budget was frozen, the oldest first. */
export function variationsOf({ variations }: BudgetInForce, lineId: string): VariationRow[] {
  return variations.filter((each) => each.contributionId === lineId || each.spendingId === lineId);
}

/** Whether a line is in the figures of a year: signed, or varied into them. One that was begun beside them, or that waits for a signature, is not. */
export function counts(inForce: BudgetInForce | null, lineId: string): boolean {
  return !inForce || inForce.lines.has(lineId) || variationsOf(inForce, lineId).some((each) => !each.needsSignature);
}
