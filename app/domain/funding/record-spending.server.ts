import { and, eq, isNull } from "drizzle-orm";

import { forbid } from "#app/domain/access/require.server.ts";
import { appendToLedger } from "#app/domain/ledger/append-to-ledger.server.ts";
import { change, type Submission } from "#app/domain/shared/change.server.ts";
import type { FinancialYear } from "#app/domain/shared/financial-year.ts";
import { isUuid } from "#app/domain/shared/is-uuid.ts";
import { done, type Outcome, refused } from "#app/domain/shared/refusals.ts";
import type { SessionActor, SessionTx } from "#db/client.server.ts";
import { spending } from "#db/schema/index.ts";

import type { SpendingInput } from "./forms.server.ts";
import { findBudgetInForce } from "./in-force.server.ts";
import { budgetChanged, lockYear } from "./lock-year.server.ts";
import { writeVariation } from "./variations.server.ts";

export interface RecordSpendingInput {
  partnershipId: string;
  year: FinancialYear;
  /** Null adds a line. */
  lineId: string | null;
  /** The revision the person began from; 0 for a new line. */
  revision: number;
  line: SpendingInput;
  /** Whether the person said that another line like it is right too. */
  repeated: boolean;
  /** When and why a line is added to a budget that is signed. */
  inYear?: { on: string; reason: string };
}

type SpendingRow = typeof spending.$inferSelect;

/**
 * Adds a line of spending to a year, or changes one. Once the budget is signed its amounts are varied instead. Refusals:
 * not-permitted, not-found, stale, line-removed, line-repeated (the detail names the other), budget-signed, impossible-dates.
 */
export async function recordSpending(actor: SessionActor, input: RecordSpendingInput, submission: Submission): Promise<Outcome<{ lineId: string }>> {
  return change(actor, "record-spending", submission, async (tx) => {
    const { partnershipId, year, line } = input;
    const forbidden = forbid(tx.me, "edit-funding", { partnershipId });
    if (forbidden) return forbidden;
    const locked = await lockYear(tx, partnershipId, year);
    const stored = locked && input.lineId !== null ? await lockSpending(tx, partnershipId, year, input.lineId) : null;
    if (!locked || (input.lineId !== null && !stored)) return refused("not-found");
    if (stored?.removedAt) return refused("line-removed");
    if (stored && stored.revision !== input.revision) return refused("stale");
    if (stored && isSame(stored, line)) return done({ lineId: stored.id });
    const inForce = await findBudgetInForce(tx, partnershipId, year);
    const moved = !stored || stored.pence !== line.pence || stored.childrenShare !== line.childrenShare;
    if (inForce && moved && (stored || !input.inYear)) return refused("budget-signed");
    const like = input.repeated ? null : await findLike(tx, input);
    if (like) return refused("line-repeated", like);

    const lineId = await write(tx, input, stored);
    if (!inForce || !stored || stored.description !== line.description || stored.category !== line.category || stored.note !== line.note) await budgetChanged(tx, locked);
    await appendToLedger(tx, { type: stored ? "funding-line.changed" : "funding-line.recorded", partnershipId, data: { year, list: "spending", lineId, revision: (stored?.revision ?? 0) + 1, pence: line.pence } });
    if (inForce && !stored && input.inYear) {
      const varied = await writeVariation(tx, inForce, { partnershipId, year, list: "spending", lineId, after: line.pence ?? 0, ...input.inYear });
      if ("ok" in varied) return varied;
    }
    return done({ lineId });
  });
}

/** Locks one line of spending of a year, removed or not. */
export async function lockSpending(tx: SessionTx, partnershipId: string, year: FinancialYear, lineId: string): Promise<SpendingRow | null> {
  if (!isUuid(lineId)) return null;
  const [line] = await tx.db
    .select()
    .from(spending)
    .where(and(eq(spending.id, lineId), eq(spending.partnershipId, partnershipId), eq(spending.year, year)))
    .for("update");
  return line ?? null;
}

function isSame(stored: SpendingRow, line: SpendingInput): boolean {
  return (["category", "description", "pence", "actualPence", "childrenShare", "note"] as const).every((field) => stored[field] === line[field]);
}

/** Another line of the year that may be the same one, in words. */
async function findLike(tx: SessionTx, { partnershipId, year, lineId, line }: RecordSpendingInput): Promise<string | null> {
  const rows = await tx.db.select().from(spending).where(and(eq(spending.partnershipId, partnershipId), eq(spending.year, year), isNull(spending.removedAt)));
  const like = rows.find((row) => row.id !== lineId && row.category === line.category && row.description.toLowerCase() === line.description.toLowerCase());
  return like?.description ?? null;
}

async function write(tx: SessionTx, { partnershipId, year, line }: RecordSpendingInput, stored: SpendingRow | null): Promise<string> {
  const written = { ...line, recordedAt: tx.now, recordedBy: tx.me.personId };
  if (stored) {
    await tx.db.update(spending).set({ ...written, revision: stored.revision + 1 }).where(eq(spending.id, stored.id));
    return stored.id;
  }
  const [row] = await tx.db.insert(spending).values({ ...written, partnershipId, year }).returning({ id: spending.id });
  if (!row) throw new Error("no line was written");
  return row.id;
}
