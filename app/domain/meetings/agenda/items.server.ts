import { and, asc, count, eq, isNull, max } from "drizzle-orm";

import { refuseWords } from "#app/domain/documents/identifiers/refuse-words.server.ts";
import { appendToLedger } from "#app/domain/ledger/append-to-ledger.server.ts";
import type { Submission } from "#app/domain/shared/change.server.ts";
import { isUuid } from "#app/domain/shared/is-uuid.ts";
import { done, type Outcome, refused } from "#app/domain/shared/refusals.ts";
import type { SessionActor, SessionTx } from "#db/client.server.ts";
import { meetingItems } from "#db/schema/index.ts";

import { itemWords } from "../forms.server.ts";
import { type AtMeeting, changeMeeting, type MeetingRow } from "../lock-meeting.server.ts";
import { type ItemPurpose, mostItems } from "../vocabulary.ts";

export interface ItemInput extends AtMeeting {
  title: string;
  purpose: ItemPurpose;
  papers: string;
  looked: readonly string[];
}

export interface AtItem extends AtMeeting {
  itemId: string;
  /** The revision of the item that the person saw. */
  revision: number;
}

export type ItemRow = typeof meetingItems.$inferSelect;

/** Puts an item at the end of the agenda. Refusals: as of every change, and too-many-items, identifier-in-words, words-not-looked-at. */
export async function addItem(actor: SessionActor, { title, purpose, papers, looked, ...at }: ItemInput, submission: Submission): Promise<Outcome<{ itemId: string }>> {
  return changeMeeting(actor, "add-meeting-item", at, submission, async (tx, meeting) => {
    const unfit = refuseWords(itemWords({ title, papers }), looked);
    if (unfit) return unfit;
    const [there] = await tx.db.select({ items: count(), last: max(meetingItems.position) }).from(meetingItems).where(and(eq(meetingItems.meetingId, meeting.id), isNull(meetingItems.removedAt)));
    if ((there?.items ?? 0) >= mostItems) return refused("too-many-items");
    const [row] = await tx.db
      .insert(meetingItems)
      .values({ meetingId: meeting.id, partnershipId: at.partnershipId, position: (there?.last ?? -1) + 1, title, purpose, papers, recordedAt: tx.now, recordedBy: tx.me.personId })
      .returning({ id: meetingItems.id });
    if (!row) throw new Error("no item was written");
    await tell(tx, meeting, row.id, "added");
    return done({ itemId: row.id });
  });
}

/** Changes an item of the agenda. Refusals: as of every change, and not-found, stale, nothing-to-change, identifier-in-words, words-not-looked-at. */
export async function changeItem(actor: SessionActor, { title, purpose, papers, looked, ...at }: ItemInput & AtItem, submission: Submission): Promise<Outcome<null>> {
  return changeMeeting<null>(actor, "change-meeting-item", at, submission, async (tx, meeting) => {
    const item = await findItem(tx, meeting.id, at.itemId);
    if (!item) return refused("not-found");
    if (item.revision !== at.revision) return refused("stale");
    if (item.title === title && item.purpose === purpose && item.papers === papers) return refused("nothing-to-change");
    const unfit = refuseWords(itemWords({ title, papers }), looked);
    if (unfit) return unfit;
    await tx.db.update(meetingItems).set({ title, purpose, papers, revision: item.revision + 1, recordedAt: tx.now, recordedBy: tx.me.personId }).where(eq(meetingItems.id, item.id));
    await tell(tx, meeting, item.id, "changed");
    return done(null);
  });
}

/** Takes an item off the agenda; it is kept. Refusals: as of every change, and not-found, stale. */
export async function removeItem(actor: SessionActor, at: AtItem, submission: Submission): Promise<Outcome<null>> {
  return changeMeeting<null>(actor, "remove-meeting-item", at, submission, async (tx, meeting) => {
    const item = await findItem(tx, meeting.id, at.itemId);
    if (!item) return refused("not-found");
    if (item.revision !== at.revision) return refused("stale");
    await tx.db.update(meetingItems).set({ revision: item.revision + 1, removedAt: tx.now, removedBy: tx.me.personId }).where(eq(meetingItems.id, item.id));
    await tell(tx, meeting, item.id, "removed");
    return done(null);
  });
}

/** Moves an item one place up. Its own revision stays: an order is not a text. Refusals: as of every change, and not-found, nothing-to-change. */
export async function moveItemUp(actor: SessionActor, at: AtMeeting & { itemId: string }, submission: Submission): Promise<Outcome<null>> {
  return changeMeeting<null>(actor, "move-meeting-item", at, submission, async (tx, meeting) => {
    const items = await tx.db.select().from(meetingItems).where(and(eq(meetingItems.meetingId, meeting.id), isNull(meetingItems.removedAt))).orderBy(asc(meetingItems.position));
    const place = items.findIndex((item) => item.id === at.itemId);
    const [item, above] = [items[place], items[place - 1]];
    if (!item) return refused("not-found");
    if (!above) return refused("nothing-to-change");
    await tx.db.update(meetingItems).set({ position: above.position }).where(eq(meetingItems.id, item.id));
    await tx.db.update(meetingItems).set({ position: item.position }).where(eq(meetingItems.id, above.id));
    await tell(tx, meeting, item.id, "moved");
    return done(null);
  });
}

/** An item of a meeting that was not taken off. */
export async function findItem({ db }: SessionTx, meetingId: string, itemId: string): Promise<ItemRow | null> {
  if (!isUuid(itemId)) return null;
  const [item] = await db.select().from(meetingItems).where(and(eq(meetingItems.id, itemId), eq(meetingItems.meetingId, meetingId), isNull(meetingItems.removedAt)));
  return item ?? null;
}

async function tell(tx: SessionTx, { id, partnershipId }: MeetingRow, itemId: string, what: "added" | "changed" | "removed" | "moved"): Promise<void> {
  await appendToLedger(tx, { type: "meeting.agenda-changed", partnershipId, data: { meetingId: id, itemId, what } });
}
