import { and, eq } from "drizzle-orm";

import { officeOf } from "#app/domain/access/office-of.server.ts";
import { forbid } from "#app/domain/access/require.server.ts";
import { refuseWords } from "#app/domain/documents/identifiers/refuse-words.server.ts";
import { appendToLedger } from "#app/domain/ledger/append-to-ledger.server.ts";
import { change, type Submission } from "#app/domain/shared/change.server.ts";
import { done, type Outcome, refused } from "#app/domain/shared/refusals.ts";
import type { SessionActor } from "#db/client.server.ts";
import { decisions, decisionWithdrawals } from "#db/schema/index.ts";

export interface WithdrawalInput {
  partnershipId: string;
  number: number;
  reason: string;
  looked: readonly string[];
}

/** Takes back what was put to the leads and is not decided. Refusals: not-found, not-permitted, decision-closed, identifier-in-words, words-not-looked-at. */
export async function withdrawDecision(actor: SessionActor, { partnershipId, number, reason, looked }: WithdrawalInput, submission: Submission): Promise<Outcome<null>> {
  return change(actor, "withdraw-decision", submission, async (tx) => {
    const forbidden = forbid(tx.me, "record-decisions", { partnershipId });
    if (forbidden) return forbidden;
    const [decision] = await tx.db.select({ id: decisions.id, status: decisions.status }).from(decisions).where(and(eq(decisions.partnershipId, partnershipId), eq(decisions.number, number)));
    if (!decision) return refused("not-found");
    if (decision.status !== "asked") return refused("decision-closed");
    const unfit = refuseWords({ "The reason": reason }, looked);
    if (unfit) return unfit;
    await appendToLedger(tx, { type: "decision.withdrawn", partnershipId, data: { decisionId: decision.id, number } });
    await tx.db.insert(decisionWithdrawals).values({ decisionId: decision.id, partnershipId, reason, office: officeOf(tx.me, partnershipId, "record-decisions"), withdrawnOn: tx.today, recordedAt: tx.now, recordedBy: tx.me.personId });
    return done(null);
  });
}
