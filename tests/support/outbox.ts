import { databaseUrls, readEnvironment } from "#app/env.server.ts";
import type { Message } from "#app/domain/notifications/messages.ts";
import { notify } from "#app/domain/notifications/notify.server.ts";
import { as } from "#db/client.server.ts";
import { runJobs, type JobRunner } from "#db/job-runner.server.ts";
import { jobHandlers } from "#server/job-handlers.ts";
import type { TestDatabase } from "./database.ts";
import type { TestPartnership, TestPerson } from "./partnership.ts";

export const mailFrom = "Safeguarding partnerships <portal@example.test>";
export const origin = "https://safeguarding.example.test";

/** Tries again after a second, so that a test need not wait. */
export async function impatient(database: TestDatabase): Promise<void> {
  await database.sql`update pgboss.queue set retry_delay = 1, retry_backoff = false`;
}

/** Does jobs in this process as the portal's own process would. @param at the origin that links begin with */
export async function startJobs({ smtpUrl, demo = false, at = origin, perMinute = "6000" }: { smtpUrl: string | null; demo?: boolean; at?: string; perMinute?: string }): Promise<JobRunner & { problems: unknown[] }> {
  const settings = readEnvironment({ ...(smtpUrl === null ? {} : { SMTP_URL: smtpUrl, MAIL_FROM: mailFrom }), ORIGIN: at, NOTICES_PER_MINUTE: perMinute, DEMO: demo ? "on" : "off" });
  const problems: unknown[] = [];
  const runner = await runJobs({
    url: databaseUrls().worker,
    handlers: jobHandlers(settings, { mailWithin: { connectWithin: 700, replyWithin: 700 } }),
    lookEvery: 0.5,
    failed: (_event, error) => problems.push(error),
    lost: () => undefined,
  });
  return { ...runner, problems };
}

/** A message to somebody, as a change made by the partnership's business manager would write it. */
export async function write(partnership: TestPartnership, to: TestPerson, extra: Partial<Extract<Message, { kind: "holder-left" }>> & { secretPath?: string } = {}): Promise<string> {
  const message = { kind: "holder-left" as const, partnershipId: partnership.id, role: "dsp" as const, office: "Director", organisation: null, name: "Delegate Rowan", endsOn: "2026-10-01", ...extra };
  await as(partnership.businessManager.actor, (tx) => notify(tx, message, [to.personId]));
  return message.name;
}

export interface Row {
  status: string;
  problem: string | null;
  handovers: number;
  secret_sealed: string | null;
}

/** How the messages to somebody stand, oldest first. */
export async function rows(database: TestDatabase, person: TestPerson): Promise<Row[]> {
  return database.sql<Row[]>`select status, problem, handovers, secret_sealed from portal.messages where person_id = ${person.personId} order by written_at, id`;
}
