import { type SQL, sql } from "drizzle-orm";

import { agencyMemberships } from "#db/schema/index.ts";

import { failedStatuses, type NoticeState } from "./vocabulary.ts";

const m = agencyMemberships;

/** What became of the newest letter about the naming that stands, in a query of memberships; null where there was none. */
const lastStatus = sql`(select last.status from portal.agency_notices last where last.membership_id = ${m.id} and last.naming = ${m.naming} and last.kind <> 'answer' and last.status <> 'dropped' order by last.number desc limit 1)`;

/** Whether there is an address to write to: its own, or that of its representative's account. */
export const canBeTold = sql<boolean>`(${m.contactEmail} is not null or ${m.id} in (select portal.represented_memberships()))`;

/** How far a named agency is with acknowledging, in a query of memberships; null where it is not named. */
export const noticeState = sql<NoticeState | null>`case
  when ${m.status} <> 'named' then null
  when ${m.acknowledgedOn} is not null then 'acknowledged'
  when ${lastStatus} in (${sql.join(failedStatuses.map((status) => sql`${status}`), sql`, `)}) then 'came-back'
  when ${lastStatus} = 'waiting' then 'on-its-way'
  when ${m.toldOn} is not null then 'told'
  when ${canBeTold} then 'to-tell'
  else 'nobody-to-tell' end`;

/** Named agencies in one of these states. */
export function inState(states: readonly NoticeState[]): SQL {
  return sql`${noticeState} in (${sql.join(states.map((state) => sql`${state}`), sql`, `)})`;
}
