import { forbid } from "#app/domain/access/require.server.ts";
import { can } from "#app/domain/access/rules.ts";
import { appendToLedger } from "#app/domain/ledger/append-to-ledger.server.ts";
import { notify } from "#app/domain/notifications/notify.server.ts";
import { holdersOf } from "#app/domain/notifications/recipients.server.ts";
import { change, type Submission } from "#app/domain/shared/change.server.ts";
import { done, type Outcome, refused } from "#app/domain/shared/refusals.ts";
import type { SessionActor, SessionTx } from "#db/client.server.ts";

import { isOwn } from "./queries.server.ts";
import { goOn, refuseDay, type StepInput, type StoredRequest, writeStep } from "./take-step.server.ts";
import type { RequestAnswer } from "./vocabulary.ts";

export interface AnswerInput extends StepInput {
  answer: RequestAnswer;
  on: string;
  /** The reason of a refusal, or what was not supplied. */
  words: string | null;
}

/**
 * Records what the body that was asked did: by whoever records requests, or by the body's own representative, who can do
 * only this. A further answer may follow. Refusals: as of every step, and impossible-dates, reason-needed.
 */
export async function answerRequest(actor: SessionActor, input: AnswerInput, submission: Submission): Promise<Outcome<null>> {
  return change(actor, "answer-information-request", submission, async (tx) => {
    const { partnershipId, words, answer } = input;
    const forbidden = forbid(tx.me, "answer-information-requests", { partnershipId });
    if (forbidden) return forbidden;
    if (answer !== "in-full" && words === null) return refused("reason-needed");
    return goOn(tx, input, { "What was said": words }, (_tx, request) => answerOne(tx, input, request));
  });
}

async function answerOne(tx: SessionTx, { partnershipId, answer, on, words }: AnswerInput, request: StoredRequest): Promise<Outcome<null>> {
  const byRecipient = await isOwn(tx, request.membershipId);
  if (!byRecipient && !can(tx.me, "record-information-requests", { partnershipId })) return refused("not-permitted");
  const impossible = refuseDay(tx, request, on);
  if (impossible) return impossible;
  await appendToLedger(tx, { type: "information-request.answered", partnershipId, data: { requestId: request.id, number: request.number, answer, byRecipient, on } });
  await writeStep(tx, request, { kind: "answered", onDay: on, answer, words, byRecipient });
  await notify(tx, { kind: "information-answered", partnershipId, number: request.number, recipient: request.recipient, answer }, await holdersOf(tx, partnershipId, ["business-manager", "chair"]));
  return done(null);
}
