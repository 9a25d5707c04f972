import { and, asc, eq, isNull } from "drizzle-orm";
import { alias } from "drizzle-orm/pg-core";

import { bodyName } from "#app/domain/partnerships/rules.ts";
import { daysUntil, nextDay } from "#app/domain/shared/dates.ts";
import type { SessionTx } from "#db/client.server.ts";
import { organisations, seats } from "#db/schema/index.ts";

import type { Succession } from "./succession.ts";

/** From how many days before a body ends its partnerships are told. */
const noticeDays = 180;

/** Seats whose body has ended, or will soon, and that have no end themselves. */
export async function listSuccessions(tx: SessionTx, partnershipId: string): Promise<Succession[]> {
  const rows = await readEnding(tx, partnershipId);
  return rows.filter((row) => daysUntil(tx.today, row.lastDay) <= noticeDays).map((row) => toSuccession(row, rows));
}

/** The succession of one seat, with every other seat of the partnership that the same body follows; null when its body does not end. */
export async function findSuccession(tx: SessionTx, partnershipId: string, seatId: string): Promise<Succession | null> {
  const rows = await readEnding(tx, partnershipId);
  const row = rows.find((each) => each.seatId === seatId);
  return row ? toSuccession(row, rows) : null;
}

type Row = Awaited<ReturnType<typeof readEnding>>[number];

function toSuccession(row: Row, all: readonly Row[]): Succession {
  const { seatId, organisation, lastDay, successor } = row;
  const together = successor ? all.filter((each) => each.successor?.id === successor.id) : [row];
  const first = [nextDay(lastDay), successor?.validFrom ?? ""].sort().at(-1) ?? nextDay(lastDay);
  return {
    seatId,
    organisation,
    lastDay,
    from: first,
    successor: successor && { id: successor.id, code: successor.code, name: bodyName(successor.kind, successor.name) },
    seats: together.map((each) => ({ seatId: each.seatId, organisation: each.organisation, lastDay: each.lastDay })),
  };
}

async function readEnding(tx: SessionTx, partnershipId: string) {
  const successor = alias(organisations, "successor");
  const rows = await tx.db
    .select({ seatId: seats.id, organisation: seats.name, lastDay: organisations.validTo, successor: { id: successor.id, kind: successor.kind, code: successor.code, name: successor.name, validFrom: successor.validFrom } })
    .from(seats)
    .innerJoin(organisations, eq(organisations.id, seats.organisationId))
    .leftJoin(successor, eq(successor.id, organisations.successorId))
    .where(and(eq(seats.partnershipId, partnershipId), isNull(seats.validTo)))
    .orderBy(asc(seats.position), asc(seats.id));
  return rows.flatMap((row) => (row.lastDay === null ? [] : [{ ...row, lastDay: row.lastDay }]));
}
