import { and, asc, eq, sql } from "drizzle-orm";

import { listOffices, listSeats } from "#app/domain/partnerships/offices.server.ts";
import { heldOn, holdsOn } from "#app/domain/people/rules.ts";
import { dayInLondon } from "#app/domain/shared/dates.ts";
import { as, type SessionActor, type Tx } from "#db/client.server.ts";
import { delegatedMatters } from "#db/schema/index.ts";

import type { DelegatedList, SeatPowers } from "./decision-view.ts";

/** Every seat of a day with its delegate then, the delegation they held, and what the lead let them decide. */
export async function readPowers(tx: Tx, partnershipId: string, day: string): Promise<SeatPowers[]> {
  const seats = (await listSeats(tx.db, partnershipId)).filter((seat) => holdsOn(seat, day));
  const offices = await listOffices(tx.db, partnershipId);
  const lists = await readLists(tx, partnershipId);
  return seats.map(({ id, organisation }) => {
    const holder = heldOn(offices.filter((office) => office.role === "dsp" && office.seatId === id).flatMap((office) => office.holders), day);
    const delegation = holder ? heldOn(holder.delegations, day) : null;
    return {
      seatId: id,
      body: organisation,
      delegate: holder && { appointmentId: holder.appointmentId, office: holder.office, name: holder.name, delegation: delegation && { id: delegation.id, scope: delegation.scope, since: delegation.since } },
      list: listOn(lists.get(id) ?? [], day),
    };
  });
}

/** The list that applies on a day: the last one that had begun. */
function listOn(lists: readonly DelegatedList[], day: string): DelegatedList | null {
  return [...lists].filter((each) => each.startsOn <= day).sort((a, b) => a.startsOn.localeCompare(b.startsOn) || a.number - b.number).at(-1) ?? null;
}

async function readLists(tx: Tx, partnershipId: string): Promise<Map<string, DelegatedList[]>> {
  const rows = await tx.db.select().from(delegatedMatters).where(eq(delegatedMatters.partnershipId, partnershipId)).orderBy(asc(delegatedMatters.number));
  const found = new Map<string, DelegatedList[]>();
  for (const { seatId, number, startsOn, matters, limitPence, office, recordedAt } of rows) found.set(seatId, [...(found.get(seatId) ?? []), { number, startsOn, matters, limitPence, office, recordedOn: dayInLondon(recordedAt) }]);
  return found;
}

/** What the delegates may decide on a day, today when none is named. */
export async function getPowers(actor: SessionActor, partnershipId: string, day?: string): Promise<{ today: string; powers: SeatPowers[] }> {
  return as(actor, async (tx) => ({ today: tx.today, powers: await readPowers(tx, partnershipId, day ?? tx.today) }));
}

/** The lists of one seat, the newest first; null when it is no seat of today. */
export async function findLists(actor: SessionActor, partnershipId: string, seatId: string): Promise<{ today: string; seat: SeatPowers; lists: DelegatedList[] } | null> {
  return as(actor, async (tx) => {
    const seat = (await readPowers(tx, partnershipId, tx.today)).find((each) => each.seatId === seatId);
    return seat ? { today: tx.today, seat, lists: [...((await readLists(tx, partnershipId)).get(seatId) ?? [])].reverse() } : null;
  });
}

/** How many lists a seat has. */
export async function countLists(tx: Tx, partnershipId: string, seatId: string): Promise<number> {
  const [row] = await tx.db.select({ count: sql<number>`count(*)::int` }).from(delegatedMatters).where(and(eq(delegatedMatters.partnershipId, partnershipId), eq(delegatedMatters.seatId, seatId)));
  return row?.count ?? 0;
}
