import { asc, eq } from "drizzle-orm";

import { groupBy } from "#app/domain/shared/group-by.ts";
import type { SessionTx } from "#db/client.server.ts";
import { meetingMinutes } from "#db/schema/index.ts";

import type { ItemMinutes, MinutesText } from "../meeting-view.ts";
import { sortTexts } from "../rules.ts";
import { renderWords } from "../words.server.ts";

type Row = typeof meetingMinutes.$inferSelect;

export const noMinutes: ItemMinutes = { standing: null, html: "", beside: [], texts: 0 };

/** The minutes of a meeting, by item; an item without any text is left out. */
export async function readMinutes(tx: SessionTx, meetingId: string): Promise<Map<string, ItemMinutes>> {
  const rows = await tx.db.select().from(meetingMinutes).where(eq(meetingMinutes.meetingId, meetingId)).orderBy(asc(meetingMinutes.number));
  const byItem = groupBy(rows, (row) => row.itemId);
  return new Map([...byItem].map(([itemId, texts]) => [itemId, toMinutes(tx, itemId, texts)]));
}

function toMinutes(tx: SessionTx, itemId: string, rows: readonly Row[]): ItemMinutes {
  const { standing, beside } = sortTexts(rows);
  return { standing: standing && toText(tx, standing), html: renderWords(standing?.body ?? "", `minutes-${itemId}`), beside: beside.map((row) => toText(tx, row)), texts: rows.length };
}

function toText({ me }: SessionTx, { number, body, office, savedAt, savedBy }: Row): MinutesText {
  return { number, body, office, savedAt: savedAt.toISOString(), mine: savedBy === me.personId };
}

/** Every text of one item, the newest first, with whether it stood. */
export async function readTexts(tx: SessionTx, itemId: string): Promise<(MinutesText & { stands: boolean })[]> {
  const rows = await tx.db.select().from(meetingMinutes).where(eq(meetingMinutes.itemId, itemId)).orderBy(asc(meetingMinutes.number));
  return rows.map((row) => ({ ...toText(tx, row), stands: row.stands })).reverse();
}
