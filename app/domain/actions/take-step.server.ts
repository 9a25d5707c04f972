import { and, eq } from "drizzle-orm";

import { forbid } from "#app/domain/access/require.server.ts";
import type { Permission } from "#app/domain/access/vocabulary.ts";
import { refuseWords } from "#app/domain/documents/identifiers/refuse-words.server.ts";
import { change, type Submission } from "#app/domain/shared/change.server.ts";
import { isUuid } from "#app/domain/shared/is-uuid.ts";
import { done, type Outcome, refused } from "#app/domain/shared/refusals.ts";
import type { SessionActor, SessionTx } from "#db/client.server.ts";
import { actionEntries, actions } from "#db/schema/index.ts";

import type { StoredAction } from "./owners.server.ts";
import type { ActionState } from "./vocabulary.ts";

export interface StepInput {
  partnershipId: string;
  actionId: string;
  /** The revision of the action that the person saw. */
  revision: number;
  /** What is said: progress, evidence, a reason. */
  text: string;
  /** Fingerprints of what they looked at in what they typed. */
  looked: readonly string[];
}

interface Step<Checked> {
  command: string;
  permission: Permission;
  /** What the form calls the text, and anything else that is typed. */
  words: Readonly<Record<string, string | null>>;
  /** The states in which it can be done. */
  from: readonly ActionState[];
  /** Whether this person may do it to this action: they are told that first. */
  check(tx: SessionTx, action: StoredAction): Promise<Outcome<Checked>>;
  take(tx: SessionTx, action: StoredAction, checked: Checked): Promise<void>;
}

/**
 * One more step of an action. Refusals of every step: not-permitted, not-found, action-moved-on, identifier-in-words,
 * words-not-looked-at.
 */
export async function takeStep<Checked>(actor: SessionActor, { partnershipId, actionId, revision, looked }: StepInput, submission: Submission, { command, permission, words, from, check, take }: Step<Checked>): Promise<Outcome<null>> {
  return change<null>(actor, command, submission, async (tx) => {
    const forbidden = forbid(tx.me, permission, { partnershipId });
    if (forbidden) return forbidden;
    const [action] = isUuid(actionId) ? await tx.db.select().from(actions).where(and(eq(actions.id, actionId), eq(actions.partnershipId, partnershipId))) : [];
    if (!action) return refused("not-found");
    const checked = await check(tx, action);
    if (!checked.ok) return checked;
    if (action.revision !== revision || !from.includes(action.state)) return refused("action-moved-on");
    const unfit = refuseWords(words, looked);
    if (unfit) return unfit;
    await take(tx, action, checked.value);
    return done(null);
  });
}

type EntryValues = Omit<typeof actionEntries.$inferInsert, "actionId" | "partnershipId" | "number" | "saidAt" | "saidBy">;

/** Adds a line to the story; the database moves the action with it, and refuses what somebody else was faster with. */
export async function addToStory(tx: SessionTx, { id, partnershipId, revision }: StoredAction, values: EntryValues): Promise<void> {
  await tx.db.insert(actionEntries).values({ ...values, actionId: id, partnershipId, number: revision + 1, saidAt: tx.now, saidBy: tx.me.personId });
}
