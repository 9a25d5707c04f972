import { and, desc, eq, isNull, sql } from "drizzle-orm";

import { forbid } from "#app/domain/access/require.server.ts";
import { dayInLondon } from "#app/domain/shared/dates.ts";
import { isUuid } from "#app/domain/shared/is-uuid.ts";
import { as, type SessionActor, type SessionTx, type Tx } from "#db/client.server.ts";
import { agencyListTakedowns, people } from "#db/schema/index.ts";

/** How a takedown of the list stands. Moments are RFC 3339. */
export interface ListTakedown {
  id: string;
  reason: string;
  takenDownAt: string;
  proposedBy: { personId: string; name: string } | null;
  proposedAt: string | null;
  erased: boolean;
  /** Whether the list has not been published since. */
  holds: boolean;
}

const holding = sql<boolean>`${agencyListTakedowns.id} is not distinct from portal.agency_list_hold(${agencyListTakedowns.partnershipId})`;

/** The takedown after which the list was not published again, or null when nothing holds it back. */
export async function findHold({ db }: Tx, partnershipId: string): Promise<{ id: string } | null> {
  const [row] = await db.execute<{ id: string | null }>(sql`select portal.agency_list_hold(${partnershipId}::uuid) as id`);
  return row?.id ? { id: row.id } : null;
}

/** Whether the public list is down, so that what is changed in the register is not public. */
export async function isListHeld(actor: SessionActor, partnershipId: string): Promise<boolean> {
  return as(actor, async (tx) => (await findHold(tx, partnershipId)) !== null);
}

/** What waits for somebody after a takedown. `on`: the day, in London. */
export async function readOpenTakedowns({ db, me }: SessionTx, partnershipId: string): Promise<{ id: string; on: string; holds: boolean; erasure: { on: string; byMe: boolean } | null }[]> {
  const rows = await db.select({ takedown: agencyListTakedowns, holds: holding }).from(agencyListTakedowns).where(and(eq(agencyListTakedowns.partnershipId, partnershipId), isNull(agencyListTakedowns.erasedAt)));
  return rows.map(({ takedown: { id, takenDownAt, erasureProposedAt, erasureProposedBy }, holds }) => ({
    id,
    on: dayInLondon(takenDownAt),
    holds,
    erasure: erasureProposedAt && { on: dayInLondon(erasureProposedAt), byMe: erasureProposedBy === me.personId },
  }));
}

/** Every takedown of a partnership's list, the last first; none for somebody who may neither take down nor read the register. */
export async function listTakedowns(actor: SessionActor, partnershipId: string): Promise<ListTakedown[]> {
  return as(actor, async (tx) => {
    if (forbid(tx.me, "erase", { partnershipId })) return [];
    const rows = await tx.db
      .select({ takedown: agencyListTakedowns, name: people.name, holds: holding })
      .from(agencyListTakedowns)
      .leftJoin(people, eq(people.id, agencyListTakedowns.erasureProposedBy))
      .where(eq(agencyListTakedowns.partnershipId, partnershipId))
      .orderBy(desc(agencyListTakedowns.upTo));
    return rows.map(({ takedown: { id, reason, takenDownAt, erasureProposedBy, erasureProposedAt, erasedAt }, name, holds }) => ({
      id,
      reason,
      takenDownAt: takenDownAt.toISOString(),
      proposedBy: erasureProposedBy === null ? null : { personId: erasureProposedBy, name: name ?? "An administrator of this site" },
      proposedAt: erasureProposedAt?.toISOString() ?? null,
      erased: erasedAt !== null,
      holds,
    }));
  });
}

/** One of them, or null. */
export async function findTakedown(actor: SessionActor, partnershipId: string, id: string): Promise<ListTakedown | null> {
  return isUuid(id) ? ((await listTakedowns(actor, partnershipId)).find((each) => each.id === id) ?? null) : null;
}
