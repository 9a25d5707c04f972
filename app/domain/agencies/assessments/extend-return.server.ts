import { eq, sql } from "drizzle-orm";

import { forbid } from "#app/domain/access/require.server.ts";
import { officeOf } from "#app/domain/access/office-of.server.ts";
import { appendToLedger } from "#app/domain/ledger/append-to-ledger.server.ts";
import { change, type Submission } from "#app/domain/shared/change.server.ts";
import { done, type Outcome, refused } from "#app/domain/shared/refusals.ts";
import type { SessionActor } from "#db/client.server.ts";
import { assessmentExtensions, assessmentReturns } from "#db/schema/index.ts";

import { lockReturn } from "./lock-return.server.ts";

export interface ExtendReturnInput {
  partnershipId: string;
  returnId: string;
  /** The day on which it was due when the person looked. */
  dueBefore: string;
  dueOn: string;
  reason: string;
}

/**
 * Gives an agency more time, with the reason; the day it was first due stays on record. Refusals: not-permitted, not-found,
 * return-submitted, stale (the day was moved meanwhile), impossible-dates.
 */
export async function extendReturn(actor: SessionActor, { partnershipId, returnId, dueBefore, dueOn, reason }: ExtendReturnInput, submission: Submission): Promise<Outcome<null>> {
  return change<null>(actor, "extend-assessment", submission, async (tx) => {
    const forbidden = forbid(tx.me, "issue-assessments", { partnershipId });
    if (forbidden) return forbidden;
    const stored = await lockReturn(tx, partnershipId, returnId);
    if (!stored) return refused("not-found");
    if (stored.status === "submitted") return refused("return-submitted");
    if (stored.dueOn !== dueBefore) return refused("stale");
    if (dueOn <= stored.dueOn) return refused("impossible-dates", "The new day must be later than the one before");
    if (dueOn < tx.today) return refused("impossible-dates", "The new day must be today or later");
    const [{ count = 0 } = {}] = await tx.db.select({ count: sql<number>`count(*)::int` }).from(assessmentExtensions).where(eq(assessmentExtensions.returnId, returnId));
    await tx.db.insert(assessmentExtensions).values({ returnId, partnershipId, membershipId: stored.membershipId, number: count + 1, dueBefore, dueAfter: dueOn, reason, movedAt: tx.now, movedBy: tx.me.personId, office: officeOf(tx.me, partnershipId, "issue-assessments") });
    await tx.db.update(assessmentReturns).set({ dueOn }).where(eq(assessmentReturns.id, returnId));
    await appendToLedger(tx, { type: "assessment.due-moved", partnershipId, data: { returnId, from: dueBefore, to: dueOn } });
    return done(null);
  });
}
