import { and, eq, isNull } from "drizzle-orm";

import { forbid } from "#app/domain/access/require.server.ts";
import { appendToLedger } from "#app/domain/ledger/append-to-ledger.server.ts";
import { change, type Submission } from "#app/domain/shared/change.server.ts";
import { type FinancialYear, yearsLater } from "#app/domain/shared/financial-year.ts";
import { done, type Outcome, refused } from "#app/domain/shared/refusals.ts";
import type { SessionActor, SessionTx } from "#db/client.server.ts";
import { contributions, fundingYears, spending } from "#db/schema/index.ts";

import { amountsOf, type BudgetInForce, counts, findBudgetInForce } from "./in-force.server.ts";
import { lastPublished } from "./queries.server.ts";

export interface OpenYearInput {
  partnershipId: string;
  year: FinancialYear;
  /** Whether the lines of the year before are copied. */
  copy: boolean;
}

/**
 * Opens a financial year. With `copy` it begins with the lines of the year before as they came to stand, without what was
 * paid, and with what that year carried forward; parts of one payer's amount are offered anew and not copied.
 * Refusals: not-permitted, year-already-open, not-found (nothing to copy).
 */
export async function openYear(actor: SessionActor, input: OpenYearInput, submission: Submission): Promise<Outcome<{ contributions: number; spending: number }>> {
  return change(actor, "open-funding-year", submission, async (tx) => {
    const { partnershipId, year } = input;
    const forbidden = forbid(tx.me, "edit-funding", { partnershipId });
    if (forbidden) return forbidden;
    const before = input.copy ? await findRecord(tx, partnershipId, yearsLater(year, -1)) : null;
    if (input.copy && !before) return refused("not-found");
    const opened = await insertYear(tx, partnershipId, year, before);
    if (!opened) return refused("year-already-open");
    const copied = before ? await copyLines(tx, partnershipId, before.year, year) : { contributions: 0, spending: 0 };
    await appendToLedger(tx, { type: "funding-year.opened", partnershipId, data: { year, copiedFrom: before?.year ?? null, ...copied } });
    return done(copied);
  });
}

type YearRow = typeof fundingYears.$inferSelect;

async function findRecord(tx: SessionTx, partnershipId: string, year: FinancialYear): Promise<YearRow | null> {
  const [record] = await tx.db.select().from(fundingYears).where(and(eq(fundingYears.partnershipId, partnershipId), eq(fundingYears.year, year)));
  return record ?? null;
}

/** Statements are written anew each year: they are about its figures. */
async function insertYear(tx: SessionTx, partnershipId: string, year: FinancialYear, before: YearRow | null): Promise<boolean> {
  const carried = before && (await lastPublished(tx, partnershipId, before.year))?.facts.summary.carriedForward;
  const [row] = await tx.db
    .insert(fundingYears)
    .values({
      partnershipId,
      year,
      broughtForwardPence: carried ?? null,
      broughtForwardChildrenShare: before?.broughtForwardChildrenShare,
      materialPence: before?.materialPence,
      population: before?.population,
      populationSource: before?.populationSource,
      openedAt: tx.now,
      openedBy: tx.me.personId,
      savedAt: tx.now,
    })
    .onConflictDoNothing()
    .returning({ year: fundingYears.year });
  return row !== undefined;
}

async function copyLines(tx: SessionTx, partnershipId: string, from: FinancialYear, year: FinancialYear): Promise<{ contributions: number; spending: number }> {
  const inForce = await findBudgetInForce(tx, partnershipId, from);
  const written = { year, recordedAt: tx.now, recordedBy: tx.me.personId };
  const given = await tx.db.select().from(contributions).where(and(eq(contributions.partnershipId, partnershipId), eq(contributions.year, from), isNull(contributions.removedAt), isNull(contributions.sharedId)));
  const spent = await tx.db.select().from(spending).where(and(eq(spending.partnershipId, partnershipId), eq(spending.year, from), isNull(spending.removedAt)));
  const newGiven = given.map(({ id, revision: _revision, pence, ...line }) => ({ ...line, ...written, pence: amountCopied(inForce, { id, pence }), invoicedPence: null, receivedPence: null, differenceNote: null }));
  const newSpent = spent.map(({ id, revision: _revision, pence, ...line }) => ({ ...line, ...written, pence: amountCopied(inForce, { id, pence }), actualPence: null, differenceNote: null }));
  if (newGiven.length > 0) await tx.db.insert(contributions).values(newGiven);
  if (newSpent.length > 0) await tx.db.insert(spending).values(newSpent);
  return { contributions: newGiven.length, spending: newSpent.length };
}

/** A line that never counted, such as one that waited for a signature to the end, has no amount until somebody gives it one. */
function amountCopied(inForce: BudgetInForce | null, { id, pence }: { id: string; pence: number | null }): number | null {
  return counts(inForce, id) ? (amountsOf(inForce, id).varied ?? pence) : null;
}
