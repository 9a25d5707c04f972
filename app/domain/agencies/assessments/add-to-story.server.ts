import { eq, sql } from "drizzle-orm";

import type { SessionTx } from "#db/client.server.ts";
import { assessmentActionEntries, assessmentActions } from "#db/schema/index.ts";

import type { ActionEntryKind } from "./vocabulary.ts";

type Action = typeof assessmentActions.$inferSelect;

export interface StoryLine {
  kind: ActionEntryKind;
  text: string;
  office: string;
  onBehalf: boolean;
  moved?: { before: string; after: string };
}

/** Adds a line to the story of a locked action, and changes it. */
export async function addToStory(tx: SessionTx, { id, partnershipId, membershipId, revision }: Action, { moved, ...line }: StoryLine, changed: Partial<Pick<Action, "status" | "dueOn" | "proposedBy" | "closedAt" | "closedBy">>): Promise<void> {
  const [{ number = 0 } = {}] = await tx.db.select({ number: sql<number>`coalesce(max(${assessmentActionEntries.number}), 0)` }).from(assessmentActionEntries).where(eq(assessmentActionEntries.actionId, id));
  await tx.db.insert(assessmentActionEntries).values({ actionId: id, partnershipId, membershipId, number: number + 1, ...line, dueBefore: moved?.before ?? null, dueAfter: moved?.after ?? null, saidAt: tx.now, saidBy: tx.me.personId });
  await tx.db.update(assessmentActions).set({ ...changed, revision: revision + 1 }).where(eq(assessmentActions.id, id));
}
