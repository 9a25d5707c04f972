import { and, eq } from "drizzle-orm";

import { countChange, type DraftRow, lockDraft } from "#app/domain/documents/lock-draft.server.ts";
import { budgetKind } from "#app/domain/documents/vocabulary.ts";
import type { FinancialYear } from "#app/domain/shared/financial-year.ts";
import type { SessionTx } from "#db/client.server.ts";
import { fundingYears } from "#db/schema/index.ts";

/** A year that is locked, with the draft of its budget if one was started. */
export interface LockedYear {
  record: typeof fundingYears.$inferSelect;
  draft: DraftRow | null;
}

/**
 * Locks a year, so that everybody who would change its lines, or freeze its budget, does so one after the other: the
 * draft of the budget first, as freezing does. Null when the year was not opened.
 */
export async function lockYear(tx: SessionTx, partnershipId: string, year: FinancialYear): Promise<LockedYear | null> {
  const draft = await lockDraft(tx, partnershipId, budgetKind(year));
  const [record] = await tx.db
    .select()
    .from(fundingYears)
    .where(and(eq(fundingYears.partnershipId, partnershipId), eq(fundingYears.year, year)))
    .for("update");
  return record ? { record, draft } : null;
}

/** Says that figures of the budget changed: a freeze, or a review, of what was seen before is then stale. */
export async function budgetChanged(tx: SessionTx, { draft }: Pick<LockedYear, "draft">): Promise<void> {
  if (draft) await countChange(tx, draft);
}
