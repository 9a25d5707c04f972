import { randomUUID } from "node:crypto";

import { officeOf } from "#app/domain/access/office-of.server.ts";
import { appendToLedger } from "#app/domain/ledger/append-to-ledger.server.ts";
import { daysOf, type FinancialYear } from "#app/domain/shared/financial-year.ts";
import { type Outcome, refused } from "#app/domain/shared/refusals.ts";
import type { SessionTx } from "#db/client.server.ts";
import { fundingVariations } from "#db/schema/index.ts";

import { type BudgetInForce, variationsOf } from "./in-force.server.ts";
import { publishFunding } from "./publish-funding.server.ts";
import { needsSignature, sum } from "./rules.ts";
import type { FundingList } from "./vocabulary.ts";

export interface NewVariation {
  partnershipId: string;
  year: FinancialYear;
  list: FundingList;
  lineId: string;
  /** Pence. */
  after: number;
  /** The day from which it holds, an ISO date within the year. */
  on: string;
  reason: string;
}

/** What a line is now: as signed, with every change since, those that wait for a signature included. Pence. */
export function currentOf(inForce: BudgetInForce, lineId: string): number {
  return variationsOf(inForce, lineId).at(-1)?.afterPence ?? inForce.lines.get(lineId)?.pence ?? 0;
}

/**
 * Records a change of one line of a budget that is signed and published, says it in the ledger, and publishes it. A large
 * one counts only once a new version that holds it is signed. Refusals: impossible-dates, nothing-to-change.
 */
export async function writeVariation(tx: SessionTx, inForce: BudgetInForce, variation: NewVariation): Promise<Extract<Outcome<never>, { ok: false }> | { needsSignature: boolean }> {
  const { partnershipId, year, list, lineId, after, on, reason } = variation;
  const { first, last } = daysOf(year);
  if (on < first || on > last) return refused("impossible-dates", "The day from which it holds must be within the financial year");
  const before = currentOf(inForce, lineId);
  if (before === after) return refused("nothing-to-change");
  const material = isMaterial(inForce, variation);
  const id = randomUUID();
  const { seq } = await appendToLedger(tx, { type: "funding-line.varied", partnershipId, data: { year, list, lineId, variationId: id, before, after, needsSignature: material } });
  await tx.db.insert(fundingVariations).values({
    id,
    ledgerSeq: seq,
    partnershipId,
    year,
    versionId: inForce.versionId,
    ...(list === "contributions" ? { contributionId: lineId } : { spendingId: lineId }),
    beforePence: before,
    afterPence: after,
    variedOn: on,
    reason,
    needsSignature: material,
    office: officeOf(tx.me, partnershipId, "edit-funding"),
    recordedAt: tx.now,
    recordedBy: tx.me.personId,
  });
  await publishFunding(tx, partnershipId, year, "variation");
  return { needsSignature: material };
}

/** Measured from what was signed, every change since counted: of its line, and of all cash or all spending. Help in kind is in no total. */
function isMaterial(inForce: BudgetInForce, { list, lineId, after }: NewVariation): boolean {
  const { budget, variations } = inForce;
  const inKind = new Set(budget.contributions.filter((line) => line.form === "in-kind").map((line) => line.id));
  const lines = list === "contributions" ? budget.contributions.filter((line) => line.form === "cash") : budget.spending;
  const totalSigned = sum(lines.map((line) => line.pence));
  const moved = variations.filter((each) => (list === "contributions" ? each.contributionId !== null && !inKind.has(each.contributionId) : each.spendingId !== null)).map((each) => each.afterPence - each.beforePence);
  const now = inKind.has(lineId) ? 0 : after - currentOf(inForce, lineId);
  return needsSignature({ signed: inForce.lines.get(lineId)?.pence ?? 0, after, totalSigned, totalAfter: totalSigned + sum(moved) + now, materialPence: budget.materialPence });
}
