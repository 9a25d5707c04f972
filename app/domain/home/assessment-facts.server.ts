import { type SQL, sql } from "drizzle-orm";

import { can } from "#app/domain/access/rules.ts";
import { allOf } from "#app/domain/shared/all-of.ts";
import { as, type SessionActor, type SessionTx } from "#db/client.server.ts";

import { readActionFacts } from "./action-facts.server.ts";
import { actionTasks } from "./action-tasks.ts";
import { type AssessmentFacts, assessmentTasks } from "./assessment-tasks.ts";
import type { Task } from "./rules.ts";

/** What of self-assessments waits for the signed-in person. */
export async function readAssessmentFacts(tx: SessionTx, partnershipId: string): Promise<AssessmentFacts> {
  const may = (permission: Parameters<typeof can>[1]) => can(tx.me, permission, { partnershipId });
  const here = sql`${partnershipId}::uuid`;
  const mine = sql`(select portal.my_agency_memberships())`;
  const named = sql`join portal.agency_memberships m on m.id = x.membership_id join portal.agencies g on g.id = m.agency_id`;
  const day = (column: string) => sql.raw(`(${column} at time zone 'Europe/London')::date::text`);
  const said = day("(select max(s.said_at) from portal.assessment_remarks s where s.challenge_id = x.id)");
  const all = async <Row extends Record<string, unknown>>(query: SQL) => [...(await tx.db.execute<Row>(query))];
  return allOf({
    toReturn: all<Of<"toReturn">>(sql`
      select x.id as "returnId", g.legal_name as agency, o.title, x.due_on::text as "dueOn", x.status = 'begun' as begun
      from portal.assessment_returns x ${named} join portal.assessment_rounds o on o.id = x.round_id
      where x.partnership_id = ${here} and x.status <> 'submitted' and x.membership_id in ${mine}`),
    toAnswer: all<Of<"toAnswer">>(sql`
      select x.id as "challengeId", g.legal_name as agency, ${said} as "on"
      from portal.assessment_challenges x ${named} where x.partnership_id = ${here} and x.status = 'asked' and x.membership_id in ${mine}`),
    toRead: all<Of<"toRead">>(sql`
      select x.id as "challengeId", g.legal_name as agency, ${said} as "on"
      from portal.assessment_challenges x ${named} where x.partnership_id = ${here} and x.status = 'answered' and x.asked_by = ${tx.me.personId}::uuid and ${may("challenge-assessments")}`),
    toChase: all<Of<"toChase">>(sql`
      select o.id as "roundId", o.title, count(*)::int as overdue, min(x.due_on)::text as "dueOn"
      from portal.assessment_returns x join portal.assessment_rounds o on o.id = x.round_id
      where x.partnership_id = ${here} and x.status <> 'submitted' and x.due_on < ${tx.today}::date and ${may("issue-assessments")} group by o.id, o.title`),
  });
}

type Of<Name extends keyof AssessmentFacts> = AssessmentFacts[Name][number];

/** What needs somebody who speaks for an agency and holds no office of the partnership, first due first. */
export async function listRepresentativeTasks(actor: SessionActor, partnershipId: string): Promise<Task[]> {
  return as(actor, (tx) => readRepresentativeTasks(tx, partnershipId));
}

/** The same in a transaction that has begun. */
export async function readRepresentativeTasks(tx: SessionTx, partnershipId: string): Promise<Task[]> {
  const tasks = [...assessmentTasks(await readAssessmentFacts(tx, partnershipId), tx.today), ...actionTasks(await readActionFacts(tx, partnershipId), tx.today)];
  return tasks.sort((a, b) => a.date.localeCompare(b.date));
}
