import { and, eq } from "drizzle-orm";

import { officeOf } from "#app/domain/access/office-of.server.ts";
import { forbid } from "#app/domain/access/require.server.ts";
import type { Permission } from "#app/domain/access/vocabulary.ts";
import type { TypedWords } from "#app/domain/documents/identifiers/identifying-words.ts";
import { refuseWords } from "#app/domain/documents/identifiers/refuse-words.server.ts";
import { change, type Submission } from "#app/domain/shared/change.server.ts";
import { type Outcome, refused } from "#app/domain/shared/refusals.ts";
import type { SessionActor, SessionTx } from "#db/client.server.ts";
import { priorities } from "#db/schema/index.ts";

export interface OnPriority {
  partnershipId: string;
  number: number;
  /** Of the priority as the person saw it. */
  revision: number;
  /** Fingerprints of what they looked at. */
  looked: readonly string[];
}

export type StoredPriority = typeof priorities.$inferSelect;

/** By whom and when something is recorded. */
export interface Recorded {
  office: string;
  recordedAt: Date;
  recordedBy: string;
}

interface Act<T> {
  command: string;
  permission: Permission;
  words: TypedWords;
  /** Whether it is for a draft, for what is agreed, or for both. */
  of: "draft" | "agreed" | "both";
  act(tx: SessionTx, priority: StoredPriority, recorded: Recorded): Promise<Outcome<T>>;
}

/**
 * Something that is done to an open priority, which then has its next revision. Refusals of each: not-permitted,
 * not-found, priority-closed, stale, priority-agreed, priority-not-agreed, identifier-in-words, words-not-looked-at.
 */
export async function onPriority<T>(actor: SessionActor, { partnershipId, number, revision, looked }: OnPriority, submission: Submission, { command, permission, words, of, act }: Act<T>): Promise<Outcome<T>> {
  return change(actor, command, submission, async (tx) => {
    const forbidden = forbid(tx.me, permission, { partnershipId });
    if (forbidden) return forbidden;
    const [priority] = await tx.db.select().from(priorities).where(and(eq(priorities.partnershipId, partnershipId), eq(priorities.number, number))).for("update");
    if (!priority) return refused("not-found");
    if (priority.state === "closed") return refused("priority-closed");
    if (priority.revision !== revision) return refused("stale");
    if (of === "draft" && priority.agreedOn !== null) return refused("priority-agreed");
    if (of === "agreed" && priority.agreedOn === null) return refused("priority-not-agreed");
    const unfit = refuseWords(words, looked);
    if (unfit) return unfit;
    await tx.db.update(priorities).set({ revision: revision + 1 }).where(eq(priorities.id, priority.id));
    return act(tx, priority, { office: officeOf(tx.me, partnershipId, permission), recordedAt: tx.now, recordedBy: tx.me.personId });
  });
}

/** Whether the person is the delegated partner who leads the priority, and whether they chair. */
export function judgeOf({ me }: SessionTx, { partnershipId, leadSeatId }: Pick<StoredPriority, "partnershipId" | "leadSeatId">): { personId: string; isLead: boolean; isChair: boolean } {
  const here = me.holds.filter((held) => held.partnershipId === partnershipId);
  return { personId: me.personId, isLead: here.some((held) => held.role === "dsp" && held.seatId === leadSeatId), isChair: here.some((held) => held.role === "chair") };
}
