import { and, eq } from "drizzle-orm";

import { officeOf } from "#app/domain/access/office-of.server.ts";
import { forbid } from "#app/domain/access/require.server.ts";
import type { TypedWords } from "#app/domain/documents/identifiers/identifying-words.ts";
import { refuseWords } from "#app/domain/documents/identifiers/refuse-words.server.ts";
import { change, type Submission } from "#app/domain/shared/change.server.ts";
import { type Outcome, refused } from "#app/domain/shared/refusals.ts";
import type { SessionActor, SessionTx } from "#db/client.server.ts";
import { escalations, escalationSteps } from "#db/schema/index.ts";

export interface StepInput {
  partnershipId: string;
  number: number;
  /** How many steps the person saw. */
  revision: number;
  /** Fingerprints of what they looked at. */
  looked: readonly string[];
  /** ISO date. */
  on: string;
}

export type StoredEscalation = typeof escalations.$inferSelect;

interface Step {
  command: string;
  words: TypedWords;
  take(tx: SessionTx, escalation: StoredEscalation): Promise<Outcome<null>>;
}

/**
 * One more step of an escalation. Refusals of every step: not-permitted, not-found, escalation-closed, stale,
 * impossible-dates, identifier-in-words, words-not-looked-at.
 */
export async function takeStep(actor: SessionActor, { partnershipId, number, revision, looked, on }: StepInput, submission: Submission, { command, words, take }: Step): Promise<Outcome<null>> {
  return change(actor, command, submission, async (tx) => {
    const forbidden = forbid(tx.me, "record-escalations", { partnershipId });
    if (forbidden) return forbidden;
    const [escalation] = await tx.db.select().from(escalations).where(and(eq(escalations.partnershipId, partnershipId), eq(escalations.number, number)));
    if (!escalation) return refused("not-found");
    if (escalation.closedOn !== null) return refused("escalation-closed");
    if (escalation.steps !== revision) return refused("stale");
    if (on > tx.today) return refused("impossible-dates", "The day must be today or earlier");
    if (on < escalation.stageSince) return refused("impossible-dates", "The day cannot be before it came to where it is");
    return refuseWords(words, looked) ?? take(tx, escalation);
  });
}

type StepValues = Pick<typeof escalationSteps.$inferInsert, "kind" | "stage" | "words" | "tookPart" | "advice" | "minorityView">;

/** Writes the step; the database moves the escalation, and refuses what somebody else was faster with. */
export async function writeStep(tx: SessionTx, { id, partnershipId, steps }: StoredEscalation, onDay: string, values: StepValues): Promise<void> {
  await tx.db.insert(escalationSteps).values({ ...values, onDay, escalationId: id, partnershipId, number: steps + 1, office: officeOf(tx.me, partnershipId, "record-escalations"), recordedAt: tx.now, recordedBy: tx.me.personId });
}
