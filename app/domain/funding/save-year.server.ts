import { and, eq } from "drizzle-orm";

import { forbid } from "#app/domain/access/require.server.ts";
import { appendToLedger } from "#app/domain/ledger/append-to-ledger.server.ts";
import { change, type Submission } from "#app/domain/shared/change.server.ts";
import type { FinancialYear } from "#app/domain/shared/financial-year.ts";
import { done, type Outcome, refused } from "#app/domain/shared/refusals.ts";
import type { SessionActor } from "#db/client.server.ts";
import { fundingYears } from "#db/schema/index.ts";

import type { YearInput } from "./forms.server.ts";
import { budgetChanged, lockYear } from "./lock-year.server.ts";

export interface SaveYearInput {
  partnershipId: string;
  year: FinancialYear;
  /** The revision the person began from. */
  revision: number;
  record: YearInput;
}

/**
 * Saves what is said of a year beside its lines. What was signed stands until a new version is. Refusals: not-permitted,
 * not-found, stale.
 */
export async function saveYear(actor: SessionActor, input: SaveYearInput, submission: Submission): Promise<Outcome<{ revision: number }>> {
  return change(actor, "save-funding-year", submission, async (tx) => {
    const { partnershipId, year } = input;
    const forbidden = forbid(tx.me, "edit-funding", { partnershipId });
    if (forbidden) return forbidden;
    const locked = await lockYear(tx, partnershipId, year);
    if (!locked) return refused("not-found");
    if (locked.record.revision !== input.revision) return refused("stale");
    const revision = input.revision + 1;
    await tx.db.update(fundingYears).set({ ...input.record, revision, savedAt: tx.now }).where(and(eq(fundingYears.partnershipId, partnershipId), eq(fundingYears.year, year)));
    await budgetChanged(tx, locked);
    await appendToLedger(tx, { type: "funding-year.saved", partnershipId, data: { year, revision } });
    return done({ revision });
  });
}
