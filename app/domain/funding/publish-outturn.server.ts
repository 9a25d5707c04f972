import { and, eq } from "drizzle-orm";

import { forbid } from "#app/domain/access/require.server.ts";
import { isConfirmed } from "#app/domain/documents/rules.ts";
import { change, type Submission } from "#app/domain/shared/change.server.ts";
import { daysOf, type FinancialYear } from "#app/domain/shared/financial-year.ts";
import { done, type Outcome, refused } from "#app/domain/shared/refusals.ts";
import type { SessionActor, SessionTx } from "#db/client.server.ts";
import { fundingYears } from "#db/schema/index.ts";

import { lockYear } from "./lock-year.server.ts";
import { publishFunding } from "./publish-funding.server.ts";
import { readFundingYear } from "./queries.server.ts";
import { missingActuals } from "./reconciliation.ts";

export interface PublishOutturnInput {
  partnershipId: string;
  year: FinancialYear;
  /** Why it is published again, for the public; null the first time. */
  note: string | null;
}

/**
 * Publishes what was received and spent in a year that is over, line by line beside what was signed and varied; differences
 * without an explanation are listed as open. It may be published again, with a public reason. A year that was not signed
 * here is published as such. Refusals: not-permitted, not-found, year-not-over, identity-not-confirmed, outturn-incomplete
 * (the detail names a line of which nothing is provided), nothing-to-change (published before, and no reason for another).
 */
export async function publishOutturn(actor: SessionActor, input: PublishOutturnInput, submission: Submission): Promise<Outcome<{ year: FinancialYear }>> {
  return change(actor, "publish-outturn", submission, async (tx) => {
    const { partnershipId, year, note } = input;
    const forbidden = forbid(tx.me, "publish", { partnershipId });
    if (forbidden) return forbidden;
    const locked = await lockYear(tx, partnershipId, year);
    if (!locked) return refused("not-found");
    if (tx.today <= daysOf(year).last) return refused("year-not-over");
    if (!isConfirmed(tx.me.confirmedAt, tx.now)) return refused("identity-not-confirmed");
    const missing = await firstMissing(tx, partnershipId, year);
    if (missing) return refused("outturn-incomplete", missing);
    if (locked.record.outturnOn && note === null) return refused("nothing-to-change");
    await tx.db
      .update(fundingYears)
      .set({ outturnOn: tx.today, outturnNote: locked.record.outturnOn ? note : null, revision: locked.record.revision + 1, savedAt: tx.now })
      .where(and(eq(fundingYears.partnershipId, partnershipId), eq(fundingYears.year, year)));
    await publishFunding(tx, partnershipId, year, "outturn");
    return done({ year });
  });
}

/** The first line of which nothing is provided: its sum would look known when it is not. */
async function firstMissing(tx: SessionTx, partnershipId: string, year: FinancialYear): Promise<string | null> {
  const found = await readFundingYear(tx, partnershipId, year);
  return (found && missingActuals(found)[0]) ?? null;
}
