import { and, eq } from "drizzle-orm";

import { forbid } from "#app/domain/access/require.server.ts";
import { refuseWords } from "#app/domain/documents/identifiers/refuse-words.server.ts";
import { isConfirmed } from "#app/domain/documents/rules.ts";
import { appendToLedger } from "#app/domain/ledger/append-to-ledger.server.ts";
import { notify } from "#app/domain/notifications/notify.server.ts";
import { holdersOf } from "#app/domain/notifications/recipients.server.ts";
import { change, type Submission } from "#app/domain/shared/change.server.ts";
import { done, type Outcome, refused } from "#app/domain/shared/refusals.ts";
import type { SessionActor, SessionTx } from "#db/client.server.ts";
import { decisionAnswers, decisions } from "#db/schema/index.ts";

import { ownSeats } from "./own-seat.server.ts";
import { publishDecisions } from "./publish-decisions.server.ts";
import { readDecisions } from "./read-decisions.server.ts";
import type { DecisionStatus } from "./vocabulary.ts";

export interface AnswerInput {
  partnershipId: string;
  number: number;
  seatId: string;
  agreed: boolean;
  /** Why not; or what the lead wants to have said. */
  words: string | null;
  looked: readonly string[];
}

/**
 * The lead of a seat agrees to a decision that was put to them, or declines it with a reason. The last agreement lets it
 * stand; one decline ends it. Needs an identity confirmed within five minutes. Refusals: not-found, not-permitted,
 * not-your-seat, identity-not-confirmed, decision-closed, already-agreed, answer-needs-reason, identifier-in-words, words-not-looked-at.
 */
export async function answerDecision(actor: SessionActor, input: AnswerInput, submission: Submission): Promise<Outcome<{ status: DecisionStatus }>> {
  const { partnershipId, number, seatId, agreed, words, looked } = input;
  return change(actor, "answer-decision", submission, async (tx) => {
    const forbidden = forbid(tx.me, "answer-decisions", { partnershipId });
    if (forbidden) return forbidden;
    const [decision] = await readDecisions(tx, and(eq(decisions.partnershipId, partnershipId), eq(decisions.number, number)));
    const taker = decision?.takers.find((each) => each.seatId === seatId);
    if (!decision || decision.takenBy !== "leads" || !taker) return refused("not-found");
    const own = ownSeats(tx.me, partnershipId).find((seat) => seat.seatId === seatId);
    if (!own) return refused("not-your-seat");
    if (!isConfirmed(tx.me.confirmedAt, tx.now)) return refused("identity-not-confirmed");
    if (decision.state !== "asked") return refused("decision-closed");
    if (taker.answer) return refused("already-agreed");
    if (!agreed && words === null) return refused("answer-needs-reason");
    const unfit = refuseWords({ "What you say": words }, looked);
    if (unfit) return unfit;
    await appendToLedger(tx, { type: "decision.answered", partnershipId, data: { decisionId: decision.id, number, seatId, agreed } });
    await tx.db.insert(decisionAnswers).values({ decisionId: decision.id, partnershipId, seatId, agreed, words, appointmentId: own.appointmentId, office: own.office, answeredOn: tx.today, recordedAt: tx.now, recordedBy: tx.me.personId });
    return done({ status: await settle(tx, partnershipId, decision) });
  });
}

/** What the database made of the answer; everybody concerned is told when it ended the asking. */
async function settle(tx: SessionTx, partnershipId: string, { id, number, sentence }: { id: string; number: number; sentence: string }): Promise<DecisionStatus> {
  const [now] = await tx.db.select({ status: decisions.status }).from(decisions).where(eq(decisions.id, id));
  const status = now?.status ?? "asked";
  if (status === "asked") return status;
  const stands = status === "stands";
  if (stands) await appendToLedger(tx, { type: "decision.taken", partnershipId, data: { decisionId: id, number } });
  if (stands) await publishDecisions(tx, partnershipId, id);
  await notify(tx, { kind: "decision-settled", partnershipId, number, sentence, stands }, await holdersOf(tx, partnershipId, ["lsp", "dsp", "chair", "business-manager"]));
  return status;
}
