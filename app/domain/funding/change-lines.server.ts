import { and, eq } from "drizzle-orm";

import { forbid } from "#app/domain/access/require.server.ts";
import { appendToLedger } from "#app/domain/ledger/append-to-ledger.server.ts";
import { change, type Submission } from "#app/domain/shared/change.server.ts";
import type { FinancialYear } from "#app/domain/shared/financial-year.ts";
import { done, type Outcome, refused } from "#app/domain/shared/refusals.ts";
import type { SessionActor, SessionTx } from "#db/client.server.ts";
import { contributions, spending } from "#db/schema/index.ts";

import { type BudgetInForce, findBudgetInForce, variationsOf } from "./in-force.server.ts";
import { budgetChanged, lockYear } from "./lock-year.server.ts";
import { lockContribution } from "./record-contribution.server.ts";
import { lockSpending } from "./record-spending.server.ts";
import { writeVariation } from "./variations.server.ts";
import type { FundingList } from "./vocabulary.ts";

export interface LineAddress {
  partnershipId: string;
  year: FinancialYear;
  list: FundingList;
  lineId: string;
  /** The revision the person began from. */
  revision: number;
}

/** A line of either list, as far as both are alike. */
type AnyLine = { id: string; revision: number; removedAt: Date | null; pence: number | null; sharedId?: string | null; form?: "cash" | "in-kind" };

/**
 * Removes a line that is in no signed budget; it stays on record. Refusals: not-permitted, not-found, stale, line-removed,
 * line-shared, budget-signed (vary it to nought instead).
 */
export async function removeLine(actor: SessionActor, input: LineAddress, submission: Submission): Promise<Outcome<{ lineId: string }>> {
  return onLine(actor, "remove-funding-line", input, submission, async (tx, line, { inForce }) => {
    if (line.sharedId) return refused("line-shared");
    if (inForce && (inForce.lines.has(line.id) || variationsOf(inForce, line.id).length > 0)) return refused("budget-signed");
    await write(tx, input, { removedAt: tx.now, revision: line.revision + 1 });
    await appendToLedger(tx, { type: "funding-line.removed", partnershipId: input.partnershipId, data: { year: input.year, list: input.list, lineId: line.id, revision: line.revision + 1, pence: line.pence } });
    return done({ lineId: line.id });
  });
}

export interface VaryLineInput extends LineAddress {
  /** Pence. */
  after: number;
  /** The day from which it holds, an ISO date within the year. */
  on: string;
  reason: string;
}

/**
 * Changes the amount of a line of a budget that is signed and published: dated, with a public reason, and published at
 * once. A change of the partnership's threshold or more waits until a new version is signed; `needsSignature` says so.
 * Refusals: not-permitted, not-found, stale, line-removed, no-signed-budget, impossible-dates, nothing-to-change, line-shared.
 */
export async function varyLine(actor: SessionActor, input: VaryLineInput, submission: Submission): Promise<Outcome<{ lineId: string; needsSignature: boolean }>> {
  return onLine(actor, "vary-funding-line", input, submission, async (tx, line, { inForce }) => {
    if (!inForce) return refused("no-signed-budget");
    if (line.sharedId) return refused("line-shared");
    if (line.form === "in-kind" && line.pence === null) return refused("no-signed-budget");
    await write(tx, input, { pence: input.after, revision: line.revision + 1 });
    const varied = await writeVariation(tx, inForce, input);
    return "ok" in varied ? varied : done({ lineId: line.id, ...varied });
  });
}

/** Locks the year and the line, asks what holds for every change of one, and counts the change. */
async function onLine<T>(
  actor: SessionActor,
  command: string,
  input: LineAddress,
  submission: Submission,
  act: (tx: SessionTx, line: AnyLine, year: { inForce: BudgetInForce | null }) => Promise<Outcome<T>>,
): Promise<Outcome<T>> {
  return change(actor, command, submission, async (tx) => {
    const { partnershipId, year, lineId } = input;
    const forbidden = forbid(tx.me, "edit-funding", { partnershipId });
    if (forbidden) return forbidden;
    const locked = await lockYear(tx, partnershipId, year);
    const line: AnyLine | null = locked && (input.list === "contributions" ? await lockContribution(tx, partnershipId, year, lineId) : await lockSpending(tx, partnershipId, year, lineId));
    if (!locked || !line) return refused("not-found");
    if (line.removedAt) return refused("line-removed");
    if (line.revision !== input.revision) return refused("stale");
    const outcome = await act(tx, line, { inForce: await findBudgetInForce(tx, partnershipId, year) });
    if (outcome.ok) await budgetChanged(tx, locked);
    return outcome;
  });
}

async function write(tx: SessionTx, { partnershipId, list, lineId }: LineAddress, values: { removedAt?: Date; pence?: number; revision: number }): Promise<void> {
  const table = list === "contributions" ? contributions : spending;
  await tx.db.update(table).set({ ...values, recordedAt: tx.now, recordedBy: tx.me.personId }).where(and(eq(table.id, lineId), eq(table.partnershipId, partnershipId)));
}
