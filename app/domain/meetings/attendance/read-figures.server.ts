import { and, asc, eq, gte, inArray, lt, or } from "drizzle-orm";
import { Temporal } from "temporal-polyfill";

import { nextDay } from "#app/domain/shared/dates.ts";
import { as, type SessionActor, type Tx } from "#db/client.server.ts";
import { meetingAttendance, meetings, meetingShares } from "#db/schema/index.ts";

import { type AttendanceFigures, attendanceFigures, type AttendanceRecord } from "./figures.ts";
import type { AttendancePeriod } from "./period.server.ts";

/**
 * How often each statutory partner, education and each agency of a partnership was at the meetings that were held in a
 * period, hosted by it or accepted by it. Of a meeting of several partnerships only its own people are counted. A seat
 * that another followed is counted by itself; the yearly report reads this.
 */
export async function readAttendanceFigures(tx: Tx, partnershipId: string, { from, to, kind }: AttendancePeriod): Promise<AttendanceFigures> {
  const shared = await tx.db.select({ id: meetingShares.meetingId }).from(meetingShares).where(and(eq(meetingShares.partnershipId, partnershipId), eq(meetingShares.state, "accepted")));
  const own = eq(meetings.partnershipId, partnershipId);
  const held = await tx.db
    .select({ id: meetings.id })
    .from(meetings)
    .where(
      and(
        shared.length === 0 ? own : or(own, inArray(meetings.id, shared.map((share) => share.id))),
        inArray(meetings.state, ["held", "approved"]),
        gte(meetings.startsAt, midnight(from)),
        lt(meetings.startsAt, midnight(nextDay(to))),
        kind === null ? undefined : eq(meetings.kind, kind),
      ),
    )
    .orderBy(asc(meetings.startsAt));
  if (held.length === 0) return attendanceFigures([], []);
  const rows = await tx.db
    .select()
    .from(meetingAttendance)
    .where(and(eq(meetingAttendance.ofPartnershipId, partnershipId), inArray(meetingAttendance.meetingId, held.map((meeting) => meeting.id))))
    .orderBy(asc(meetingAttendance.position));
  const records = held.flatMap((meeting) =>
    rows.filter((row) => row.meetingId === meeting.id).map(({ meetingId, seatId, postId, membershipId, body, status }): AttendanceRecord => ({ meetingId, status, body, of: seatId ? "partner" : postId ? "education" : "agency", key: seatId ?? postId ?? membershipId ?? "" })),
  );
  return attendanceFigures(held.map((meeting) => meeting.id), records);
}

/** The beginning of a day in London. */
function midnight(day: string): Date {
  return new Date(Temporal.PlainDate.from(day).toZonedDateTime("Europe/London").epochMilliseconds);
}

export async function getAttendanceFigures(actor: SessionActor, partnershipId: string, period: AttendancePeriod): Promise<AttendanceFigures> {
  return as(actor, (tx) => readAttendanceFigures(tx, partnershipId, period));
}

export async function readToday(actor: SessionActor): Promise<string> {
  return as(actor, (tx) => Promise.resolve(tx.today));
}
