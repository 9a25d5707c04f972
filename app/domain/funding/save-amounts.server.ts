import { eq } from "drizzle-orm";

import { forbid } from "#app/domain/access/require.server.ts";
import { appendToLedger } from "#app/domain/ledger/append-to-ledger.server.ts";
import { change, type Submission } from "#app/domain/shared/change.server.ts";
import type { FinancialYear } from "#app/domain/shared/financial-year.ts";
import { done, type Outcome, refused } from "#app/domain/shared/refusals.ts";
import type { SessionActor, SessionTx } from "#db/client.server.ts";
import { contributions, spending } from "#db/schema/index.ts";

import { findBudgetInForce } from "./in-force.server.ts";
import { budgetChanged, lockYear } from "./lock-year.server.ts";
import { lockContribution } from "./record-contribution.server.ts";
import { lockSpending } from "./record-spending.server.ts";
import type { FundingList } from "./vocabulary.ts";

/** What is changed of one line, several lines at once. A field that is absent stays as it is; amounts are pence. */
export interface LineChange {
  list: FundingList;
  lineId: string;
  /** The revision the person began from. */
  revision: number;
  pence?: number | null;
  invoicedPence?: number | null;
  receivedPence?: number | null;
  actualPence?: number | null;
  /** Why it differs from what was agreed; null takes the note away. */
  differenceNote?: string | null;
}

export interface SaveAmountsInput {
  partnershipId: string;
  year: FinancialYear;
  lines: readonly LineChange[];
}

const fields = ["pence", "invoicedPence", "receivedPence", "actualPence", "differenceNote"] as const;

/**
 * Saves amounts or notes of several lines at once, all or none; what is stored already is left alone. Refusals:
 * not-permitted, not-found, stale, line-removed, line-shared, budget-signed; the detail names the line.
 */
export async function saveAmounts(actor: SessionActor, input: SaveAmountsInput, submission: Submission): Promise<Outcome<{ changed: number }>> {
  return change(actor, "save-funding-amounts", submission, async (tx) => {
    const { partnershipId, year } = input;
    const forbidden = forbid(tx.me, "edit-funding", { partnershipId });
    if (forbidden) return forbidden;
    const locked = await lockYear(tx, partnershipId, year);
    if (!locked) return refused("not-found");
    const inForce = await findBudgetInForce(tx, partnershipId, year);
    let changed = 0;
    let moved = false;
    // In one order, so that two people saving the same lines wait for one another instead of for ever.
    for (const line of [...input.lines].sort((a, b) => a.lineId.localeCompare(b.lineId))) {
      const stored = await lockLine(tx, input, line);
      if (!stored) return refused("not-found");
      const differs = fields.filter((field) => line[field] !== undefined && line[field] !== (stored.values[field] ?? null));
      if (differs.length === 0) continue;
      if (stored.removed) return refused("line-removed", stored.name);
      if (stored.revision !== line.revision) return refused("stale", stored.name);
      const amount = differs.includes("pence");
      if (amount && stored.shared) return refused("line-shared", stored.name);
      if (amount && inForce) return refused("budget-signed", stored.name);
      await write(tx, line, differs, stored.revision + 1);
      await appendToLedger(tx, { type: "funding-line.changed", partnershipId, data: { year, list: line.list, lineId: line.lineId, revision: stored.revision + 1, pence: line.pence === undefined ? (stored.values.pence ?? null) : line.pence } });
      changed += 1;
      moved ||= amount;
    }
    if (moved) await budgetChanged(tx, locked);
    return done({ changed });
  });
}

interface StoredLine {
  name: string;
  revision: number;
  removed: boolean;
  shared: boolean;
  values: Partial<Omit<LineChange, "list" | "lineId" | "revision">>;
}

async function lockLine(tx: SessionTx, { partnershipId, year }: SaveAmountsInput, { list, lineId }: LineChange): Promise<StoredLine | null> {
  if (list === "contributions") {
    const line = await lockContribution(tx, partnershipId, year, lineId);
    return line && { name: line.contributor, revision: line.revision, removed: line.removedAt !== null, shared: line.sharedId !== null, values: line };
  }
  const line = await lockSpending(tx, partnershipId, year, lineId);
  return line && { name: line.description, revision: line.revision, removed: line.removedAt !== null, shared: false, values: line };
}

async function write(tx: SessionTx, line: LineChange, differs: readonly (typeof fields)[number][], revision: number): Promise<void> {
  const values = { ...Object.fromEntries(differs.map((field) => [field, line[field]])), revision, recordedAt: tx.now, recordedBy: tx.me.personId };
  const table = line.list === "contributions" ? contributions : spending;
  await tx.db.update(table).set(values).where(eq(table.id, line.lineId));
}
