import { and, eq } from "drizzle-orm";

import { forbid } from "#app/domain/access/require.server.ts";
import { appendToLedger } from "#app/domain/ledger/append-to-ledger.server.ts";
import { change, type Submission } from "#app/domain/shared/change.server.ts";
import { isUuid } from "#app/domain/shared/is-uuid.ts";
import { done, type Outcome, refused } from "#app/domain/shared/refusals.ts";
import type { SessionActor } from "#db/client.server.ts";
import { assessmentRounds } from "#db/schema/index.ts";

import { issueReturns } from "./issue-returns.server.ts";

export interface AddAgenciesInput {
  partnershipId: string;
  roundId: string;
  /** Their own day, today or later. */
  dueOn: string;
  membershipIds: readonly string[];
}

/** Asks more agencies in a round that is under way. Refusals: as for issuing; stale, too, when one is in the round already. */
export async function addAgencies(actor: SessionActor, { partnershipId, roundId, dueOn, membershipIds }: AddAgenciesInput, submission: Submission): Promise<Outcome<{ asked: number }>> {
  return change(actor, "add-agencies-to-assessment", submission, async (tx) => {
    const forbidden = forbid(tx.me, "issue-assessments", { partnershipId });
    if (forbidden) return forbidden;
    if (!isUuid(roundId)) return refused("not-found");
    const [round] = await tx.db.select().from(assessmentRounds).where(and(eq(assessmentRounds.id, roundId), eq(assessmentRounds.partnershipId, partnershipId)));
    if (!round) return refused("not-found");
    if (dueOn < tx.today) return refused("impossible-dates", "The day on which returns are due must be today or later");
    const issued = await issueReturns(tx, { partnershipId, roundId, setId: round.setId, title: round.title, dueOn, addedLater: true, membershipIds });
    if (!issued.ok) return issued;
    await appendToLedger(tx, { type: "assessment.agencies-added", partnershipId, data: { roundId, dueOn, agencies: issued.value.asked } });
    return done(issued.value);
  });
}
