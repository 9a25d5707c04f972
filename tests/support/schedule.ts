import type postgres from "postgres";

import { scheduleVersion } from "#app/domain/documents/schedule/schedule-version.server.ts";
import type { JobActor } from "#db/client.server.ts";

import type { TestDatabase } from "./database.ts";
import { addPartnership, addReadyDraft, addSession, submission, type TestPartnership, type TestPerson } from "./partnership.ts";
import { freezeDraft, signEverySeat } from "./signing.ts";

export const setAt = "2026-10-01T10:00:00Z";
export const dueAt = new Date("2026-10-05T08:00:00Z");

/** A partnership whose version 1 every seat has signed. */
export async function addApproved(sql: postgres.Sql, slug: string): Promise<{ partnership: TestPartnership; versionId: string }> {
  const partnership = await addPartnership(sql, slug);
  await addReadyDraft(sql, partnership.id, partnership.businessManager.personId);
  const { versionId } = await freezeDraft(sql, partnership);
  await signEverySeat(partnership, versionId);
  return { partnership, versionId };
}

/** Sets the time as the business manager does. Answers the schedule's id. */
export async function schedule(sql: postgres.Sql, { partnership, versionId }: { partnership: TestPartnership; versionId: string }, at = dueAt): Promise<string> {
  const outcome = await scheduleVersion(partnership.businessManager.actor, { partnershipId: partnership.id, versionId, dueAt: at }, submission({ at }));
  if (!outcome.ok) throw new Error(outcome.refusal);
  const [row] = await sql<{ id: string }[]>`select id from portal.publication_schedules where version_id = ${versionId} and ended_at is null`;
  return row?.id ?? "";
}

/** The day has come: the clock says so, and the jobs that wait for it may be done. */
export async function comesDue(database: TestDatabase, at = dueAt): Promise<void> {
  await database.setClock(at.toISOString());
  await database.sql`update pgboss.job set start_after = clock_timestamp() - interval '1 second' where name = 'publish-scheduled'`;
}

/** A schedule's job as it is while a process does it. */
export async function underWay(sql: postgres.Sql, scheduleId: string): Promise<JobActor> {
  const [job] = await sql<{ id: string }[]>`update pgboss.job set state = 'active', started_on = clock_timestamp() where name = 'publish-scheduled' and data->>'schedule' = ${scheduleId} returning id`;
  if (!job) throw new Error("no job");
  return { kind: "job", queue: "publish-scheduled", jobId: job.id };
}

/** The same person signed in anew, after the clock moved on. */
export async function signedInAnew(sql: postgres.Sql, person: TestPerson): Promise<TestPerson> {
  return { ...person, ...(await addSession(sql, person.personId)) };
}
