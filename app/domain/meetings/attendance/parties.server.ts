import { and, asc, eq, inArray, ne, sql } from "drizzle-orm";

import type { SessionTx, Tx } from "#db/client.server.ts";
import { agencies, agencyMemberships, meetingAttendance } from "#db/schema/index.ts";

import type { AttendanceView, Party } from "../meeting-view.ts";

/** Somebody of whom it can be recorded whether they came. `office` is that of a representative of education. */
export type PartyRow = Party & { office: string | null; position: number };

/** The seats of the meeting's day and the representatives of education, of every partnership that has the meeting, in order. */
export async function readParties({ db }: Tx, meetingId: string): Promise<PartyRow[]> {
  const rows = await db.execute<Omit<PartyRow, "membershipId"> & Record<string, unknown>>(sql`
    select of_partnership_id as "ofPartnershipId", seat_id as "seatId", post_id as "postId", seat_kind as "seatKind", body, office, place as "position"
    from portal.meeting_parties(${meetingId}) order by place`);
  return rows.map(({ ofPartnershipId, seatId, postId, seatKind, body, office, position }) => ({ ofPartnershipId, seatId, membershipId: null, postId, seatKind, body, office, position }));
}

/** The agencies of a partnership's register that are not withdrawn, by name. */
export async function readAgencyChoices({ db }: SessionTx, partnershipId: string): Promise<{ id: string; name: string }[]> {
  return db
    .select({ id: agencyMemberships.id, name: agencies.legalName })
    .from(agencyMemberships)
    .innerJoin(agencies, eq(agencies.id, agencyMemberships.agencyId))
    .where(and(eq(agencyMemberships.partnershipId, partnershipId), ne(agencyMemberships.status, "withdrawn")))
    .orderBy(asc(sql`lower(${agencies.legalName})`));
}

/** Who came to these meetings, in order: each as it was recorded. */
export async function readAttendance({ db }: Tx, meetingIds: string[]): Promise<(AttendanceView & { meetingId: string })[]> {
  if (meetingIds.length === 0) return [];
  const rows = await db.select().from(meetingAttendance).where(inArray(meetingAttendance.meetingId, meetingIds)).orderBy(asc(meetingAttendance.position), asc(meetingAttendance.body));
  return rows.map(({ meetingId, ofPartnershipId, seatId, membershipId, postId, seatKind, body, status, deputyPost }) => ({ meetingId, ofPartnershipId, seatId, membershipId, postId, seatKind, body, status, deputyPost }));
}
