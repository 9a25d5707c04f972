import { and, eq, isNotNull, sql } from "drizzle-orm";

import { appendToLedger } from "#app/domain/ledger/append-to-ledger.server.ts";
import type { FinancialYear } from "#app/domain/shared/financial-year.ts";
import type { Tx } from "#db/client.server.ts";
import { contributions, spending } from "#db/schema/index.ts";

import type { BudgetInForce } from "./in-force.server.ts";
import { fundingLists } from "./vocabulary.ts";

/**
 * Puts back the lines of a budget that is published which were removed after it was frozen: it was signed with them, so
 * they are varied from now on, like any other.
 */
export async function putBackSigned(tx: Tx, partnershipId: string, year: FinancialYear, inForce: BudgetInForce): Promise<void> {
  for (const list of fundingLists) {
    const table = list === "contributions" ? contributions : spending;
    const removed = await tx.db
      .select({ id: table.id, pence: table.pence, revision: table.revision })
      .from(table)
      .where(and(eq(table.partnershipId, partnershipId), eq(table.year, year), isNotNull(table.removedAt)));
    for (const { id, pence, revision } of removed.filter((line) => inForce.lines.has(line.id))) {
      await tx.db.update(table).set({ removedAt: null, revision: sql`${table.revision} + 1` }).where(eq(table.id, id));
      await appendToLedger(tx, { type: "funding-line.changed", partnershipId, data: { year, list, lineId: id, revision: revision + 1, pence } });
    }
  }
}
