import { and, asc, eq, inArray, isNotNull, notInArray, sql } from "drizzle-orm";

import type { SessionTx } from "#db/client.server.ts";
import { priorities } from "#db/schema/index.ts";

import type { LedPriority } from "./priority-view.ts";

/** The agreed priorities that the signed-in person leads as delegated partner today, and that are not concluded. */
export async function readLedPriorities({ db, me }: SessionTx, partnershipId: string): Promise<LedPriority[]> {
  const seats = me.holds.flatMap((held) => (held.partnershipId === partnershipId && held.role === "dsp" && held.seatId !== null ? [held.seatId] : []));
  if (seats.length === 0) return [];
  return db
    .select({
      number: priorities.number,
      title: priorities.title,
      state: priorities.state,
      dueOn: priorities.dueOn,
      saidOn: sql<string>`coalesce((select max((s.recorded_at at time zone 'Europe/London')::date) from portal.priority_statements s where s.priority_id = portal.priorities.id), portal.priorities.agreed_on)::text`,
    })
    .from(priorities)
    .where(and(eq(priorities.partnershipId, partnershipId), inArray(priorities.leadSeatId, seats), isNotNull(priorities.agreedOn), notInArray(priorities.state, ["achieved", "closed"])))
    .orderBy(asc(priorities.number));
}
