import type postgres from "postgres";

import { addPartnership, type TestPartnership } from "#tests/support/partnership.ts";

export interface MeetingPlaces {
  meeting: string;
  agendaItem: string;
  sharer: string;
  /** Hosted by another partnership, and waiting for an answer of ours. */
  proposedMeeting: string;
  heldMeeting: string;
}

/** A meeting of ours that has begun, with two items, proposed to another partnership; one that it proposes to us; and one that was held. */
export async function addMeetings(sql: postgres.Sql, ours: TestPartnership): Promise<MeetingPlaces> {
  const theirs = await addPartnership(sql, "cedarholt");
  const add = async (host: TestPartnership, other: TestPartnership) => {
    const [meeting] = await sql<{ id: string }[]>`
      insert into portal.meetings (partnership_id, kind, starts_at, ends_at, first_starts_at, place, recorded_by)
      select ${host.id}, 'delegates', t, t + interval '3 hours', t, 'Room 2', ${host.businessManager.personId}::uuid from (select access.clock() - interval '1 hour' as t) as begun returning id`;
    await sql`insert into portal.meeting_shares (meeting_id, host_id, partnership_id, proposed_by) values (${meeting?.id ?? ""}, ${host.id}, ${other.id}, ${host.businessManager.personId})`;
    return meeting?.id ?? "";
  };
  const meeting = await add(ours, theirs);
  const items = await sql<{ id: string }[]>`
    insert into portal.meeting_items (meeting_id, partnership_id, position, title, purpose, recorded_by)
    select ${meeting}, ${ours.id}, n, 'Missing from school', 'discussion', ${ours.businessManager.personId}::uuid from generate_series(0, 1) n returning id`;
  const heldMeeting = await add(ours, theirs);
  await sql`update portal.meetings set state = 'held', attendance_revision = 1 where id = ${heldMeeting}`;
  return { meeting, heldMeeting, agendaItem: items[1]?.id ?? "", sharer: theirs.id, proposedMeeting: await add(theirs, ours) };
}
