import { and, eq } from "drizzle-orm";

import { officeOf } from "#app/domain/access/office-of.server.ts";
import { forbid } from "#app/domain/access/require.server.ts";
import type { TypedWords } from "#app/domain/documents/identifiers/identifying-words.ts";
import { refuseWords } from "#app/domain/documents/identifiers/refuse-words.server.ts";
import { change, type Submission } from "#app/domain/shared/change.server.ts";
import { type Outcome, refused } from "#app/domain/shared/refusals.ts";
import type { SessionActor, SessionTx } from "#db/client.server.ts";
import { informationRequests, informationRequestSteps } from "#db/schema/index.ts";

import { stateOf } from "./rules.ts";
import type { RequestState } from "./vocabulary.ts";

export interface StepInput {
  partnershipId: string;
  number: number;
  /** How many steps the person saw. */
  revision: number;
  /** Fingerprints of what they looked at. */
  looked: readonly string[];
}

export type StoredRequest = typeof informationRequests.$inferSelect & { state: RequestState };

/** A request that is open to a further step, with its state today. */
interface Step {
  command: string;
  words: TypedWords;
  take(tx: SessionTx, request: StoredRequest): Promise<Outcome<null>>;
}

/**
 * One more step of a request, by somebody who records them. Refusals of every step: not-permitted, not-found, stale,
 * request-closed, identifier-in-words, words-not-looked-at.
 */
export async function takeStep(actor: SessionActor, input: StepInput, submission: Submission, { command, words, take }: Step): Promise<Outcome<null>> {
  return change(actor, command, submission, async (tx) => {
    const forbidden = forbid(tx.me, "record-information-requests", { partnershipId: input.partnershipId });
    return forbidden ?? goOn(tx, input, words, take);
  });
}

/** The same once it is known that the person may. */
export async function goOn(tx: SessionTx, { partnershipId, number, revision, looked }: StepInput, words: TypedWords, take: Step["take"]): Promise<Outcome<null>> {
  const [request] = await tx.db.select().from(informationRequests).where(and(eq(informationRequests.partnershipId, partnershipId), eq(informationRequests.number, number)));
  if (!request) return refused("not-found");
  if (request.closedOn !== null) return refused("request-closed");
  if (request.steps !== revision) return refused("stale");
  return refuseWords(words, looked) ?? take(tx, { ...request, state: stateOf(request, tx.today) });
}

type StepValues = Omit<typeof informationRequestSteps.$inferInsert, "id" | "requestId" | "partnershipId" | "number" | "office" | "recordedAt" | "recordedBy">;

/** Writes the step; the database moves the request, and refuses what somebody else was faster with. */
export async function writeStep(tx: SessionTx, { id, partnershipId, steps }: StoredRequest, values: StepValues): Promise<void> {
  const permission = values.byRecipient ? "answer-information-requests" : "record-information-requests";
  await tx.db.insert(informationRequestSteps).values({ ...values, requestId: id, partnershipId, number: steps + 1, office: officeOf(tx.me, partnershipId, permission), recordedAt: tx.now, recordedBy: tx.me.personId });
}

/** Why a day cannot be that of a step, or null. */
export function refuseDay({ today }: SessionTx, { askedOn }: StoredRequest, on: string): Extract<Outcome<never>, { ok: false }> | null {
  if (on > today) return refused("impossible-dates", "The day must be today or earlier");
  return on < askedOn ? refused("impossible-dates", "The day cannot be before the information was asked for") : null;
}
