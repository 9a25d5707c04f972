import { and, asc, eq, gt, min, type SQL, sql } from "drizzle-orm";

import { as, type SessionActor, type SessionTx, type Tx } from "#db/client.server.ts";
import { decisionNotings, decisions, seats } from "#db/schema/index.ts";

import type { DecisionLine, WaitingDecisions } from "./decision-view.ts";
import { ownSeats } from "./own-seat.server.ts";
import { readDecisions } from "./read-decisions.server.ts";

export interface SeatNotings {
  seatId: string;
  body: string;
  since: string;
  /** In order; each of all decisions up to a number. */
  notings: { upTo: number; noted: number; on: string; office: string }[];
}

/** What the leads of each seat noted so far. @param day seats that were there on this day or came later */
export async function readNotings({ db }: Tx, partnershipId: string, day: string): Promise<SeatNotings[]> {
  const rows = await db
    .select({ seatId: seats.id, body: seats.name, since: seats.validFrom, noting: decisionNotings })
    .from(seats)
    .leftJoin(decisionNotings, eq(decisionNotings.seatId, seats.id))
    .where(and(eq(seats.partnershipId, partnershipId), sql`${seats.validFrom} <= ${day} and (${seats.validTo} is null or ${seats.validTo} > ${day})`))
    .orderBy(asc(seats.position), asc(decisionNotings.upTo));
  const found = new Map<string, SeatNotings>();
  for (const { seatId, body, since, noting } of rows) {
    const seat = found.get(seatId) ?? { seatId, body, since, notings: [] };
    if (noting) seat.notings.push({ upTo: noting.upTo, noted: noting.noted, on: noting.notedOn, office: noting.office });
    found.set(seatId, seat);
  }
  return [...found.values()];
}

/** The decisions of delegates after a number that a seat has still to note: those recorded since the seat began. */
export function toNote(partnershipId: string, after: number, since: string): SQL | undefined {
  return and(eq(decisions.partnershipId, partnershipId), eq(decisions.takenBy, "delegates"), gt(decisions.number, after), sql`${decisions.recordedOn} >= ${since}`);
}

/** Up to which decision a seat has noted. */
export function notedUpTo({ notings }: SeatNotings): number {
  return notings.at(-1)?.upTo ?? 0;
}

/** What the delegates decided that the reader's seats have not noted, the newest first; and how far every seat is. */
export async function getNotingList(actor: SessionActor, partnershipId: string): Promise<{ today: string; seats: SeatNotings[]; mine: string[]; decisions: DecisionLine[] }> {
  return as(actor, async (tx) => {
    const known = await readNotings(tx, partnershipId, tx.today);
    const own = ownSeats(tx.me, partnershipId).map((seat) => seat.seatId);
    const asked = known.filter((seat) => own.includes(seat.seatId));
    const decided = await Promise.all(asked.map((seat) => readDecisions(tx, toNote(partnershipId, notedUpTo(seat), seat.since))));
    const byNumber = new Map(decided.flat().map((each) => [each.number, each]));
    return { today: tx.today, seats: known, mine: asked.map((seat) => seat.body), decisions: [...byNumber.values()].sort((a, b) => b.number - a.number) };
  });
}

/** What of the decisions waits for the reader as a lead. */
export async function readWaitingDecisions(tx: SessionTx, partnershipId: string): Promise<WaitingDecisions> {
  const own = ownSeats(tx.me, partnershipId);
  if (own.length === 0) return { toAnswer: [], toNote: null };
  const open = await readDecisions(tx, and(eq(decisions.partnershipId, partnershipId), eq(decisions.status, "asked")));
  const known = (await readNotings(tx, partnershipId, tx.today)).filter((seat) => own.some((each) => each.seatId === seat.seatId));
  const counted = await Promise.all(
    known.map(async (seat) => {
      const [row] = await tx.db.select({ count: sql<number>`count(*)::int`, since: min(decisions.recordedOn) }).from(decisions).where(toNote(partnershipId, notedUpTo(seat), seat.since));
      return row?.since ? { count: row.count, since: row.since } : null;
    }),
  );
  const waiting = counted.filter((each) => each !== null);
  return {
    toAnswer: open.flatMap(({ number, sentence, recordedOn, takers }) =>
      takers.filter((taker) => taker.answer === null).flatMap(({ seatId }) => own.filter((seat) => seat.seatId === seatId).map(({ body }) => ({ number, sentence, seatId, body, on: recordedOn }))),
    ),
    toNote: waiting.length === 0 ? null : { count: Math.max(...waiting.map((each) => each.count)), since: waiting.map((each) => each.since).sort()[0] ?? tx.today },
  };
}

