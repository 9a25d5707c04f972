import { sql } from "drizzle-orm";

import { can } from "#app/domain/access/rules.ts";
import type { SessionTx } from "#db/client.server.ts";

import { type MeetingFact, type MeetingFacts, meetingNotice, noMeetings } from "./meeting-tasks.ts";

type Row = MeetingFact & { task: keyof MeetingFacts; since: string | null; items: number; at: string | null };

/** What of meetings waits for the signed-in person: an answer for whoever records meetings, the papers and records for the business manager. */
export async function readMeetingFacts(tx: SessionTx, partnershipId: string): Promise<MeetingFacts> {
  if (!can(tx.me, "record-meetings", { partnershipId })) return noMeetings;
  const prepares = tx.me.holds.some((held) => held.partnershipId === partnershipId && held.role === "business-manager");
  const here = sql`${partnershipId}::uuid`;
  const now = sql`${tx.now.toISOString()}::timestamptz`;
  const columns = sql`m.id as "meetingId", m.kind, m.group_name as "groupName", to_char(m.starts_at at time zone 'UTC', 'YYYY-MM-DD"T"HH24:MI:SS"Z"') as "startsAt", (m.starts_at at time zone 'Europe/London')::date::text as "on"`;
  const silent = sql`(select count(*)::int from portal.meeting_items i where i.meeting_id = m.id and i.removed_at is null and not exists (select from portal.meeting_minutes t where t.item_id = i.id))`;
  const items = sql`(select count(*)::int from portal.meeting_items i where i.meeting_id = m.id and i.removed_at is null)`;
  const later = sql`(select min((l.starts_at at time zone 'Europe/London')::date)::text from portal.meetings l where l.partnership_id = ${here} and l.kind = m.kind and l.group_name is not distinct from m.group_name and l.starts_at > m.starts_at and l.state in ('held', 'approved'))`;
  const rows = await tx.db.execute<Row & Record<string, unknown>>(sql`
    select 'toAnswer' as task, ${columns}, (s.proposed_at at time zone 'Europe/London')::date::text as since, 0 as items, null::text as at
      from portal.meeting_shares s join portal.meetings m on m.id = s.meeting_id
      where s.partnership_id = ${here} and s.state = 'proposed' and m.state in ('planned', 'held')
    union all
    select case when m.state = 'held' and f.silent > 0 then 'toMinute' when m.state = 'held' then 'toApprove' when m.ends_at > ${now} then 'toPrepare' else 'toRecord' end, ${columns}, null, f.silent, f.later
      from portal.meetings m cross join lateral (select ${silent} as silent, ${items} as items, case when m.state = 'held' then ${later} end as later) f
      where m.partnership_id = ${here} and ${prepares} and m.state in ('planned', 'held') and (
        (m.state = 'planned' and m.ends_at <= ${now})
        or (m.state = 'planned' and m.ends_at > ${now} and m.starts_at < ${now} + make_interval(days => ${meetingNotice.agenda}) and f.items = 0)
        or (m.state = 'held' and f.silent > 0 and m.starts_at < ${now} - make_interval(days => ${meetingNotice.minutes}))
        or (m.state = 'held' and f.silent = 0 and f.items > 0 and f.later is not null))`);
  const of = (task: keyof MeetingFacts) => [...rows].filter((row) => row.task === task).map(({ task: _task, ...row }) => ({ ...row, since: row.since ?? row.on, at: row.at ?? row.on }));
  return { toAnswer: of("toAnswer"), toPrepare: of("toPrepare"), toRecord: of("toRecord"), toMinute: of("toMinute"), toApprove: of("toApprove") };
}
