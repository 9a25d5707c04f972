import PgBoss from "pg-boss";
import type postgres from "postgres";

/**
 * What work is done in the background. A job that fails is tried again, each time after about twice as long. One whose
 * process died is tried again when the next process starts, or when it has taken longer than it may.
 */
export const jobQueues = {
  /** What is due by the clock: daily e-mails, messages whose jobs were used up. One waits at a time. */
  "keep-up": { policy: "short", retryLimit: 0, retryDelay: 0, retryBackoff: false, expireInSeconds: 120 },
  /** On the day the seats of a partnership change: versions that await other seats. */
  "close-overtaken": { retryLimit: 10, retryDelay: 15, retryBackoff: true, expireInSeconds: 120 },
  "publish-scheduled": { retryLimit: 10, retryDelay: 15, retryBackoff: true, expireInSeconds: 120 },
  /** Letters to agencies, which wait for their turn. */
  "send-notice": { retryLimit: 8, retryDelay: 15, retryBackoff: true, expireInSeconds: 180 },
  "send-message": { retryLimit: 8, retryDelay: 15, retryBackoff: true, expireInSeconds: 180 },
} as const satisfies Record<string, Omit<PgBoss.Queue, "name">>;

export type JobQueue = keyof typeof jobQueues;

/** The schema that pg-boss keeps its tables in. Nothing of ours stands there. */
export const jobSchema = "pgboss";

/**
 * Makes or updates the tables of pg-boss and the queues, as the owner of every table. Repeatable.
 * `sql` is a client of one connection with the right to become the owner.
 */
export async function migrateJobTables(sql: postgres.Sql): Promise<void> {
  const executeSql = async (text: string, values: (postgres.SerializableParameter | undefined)[] = []) => ({
    rows: [...(await sql.unsafe(text, values.map((value) => value ?? null)))],
  });
  await sql`set role safeguarding_owner`;
  try {
    const boss = new PgBoss({ db: { executeSql }, schema: jobSchema, migrate: true, supervise: false, schedule: false });
    await boss.start();
    for (const [name, options] of Object.entries(jobQueues)) {
      await boss.createQueue(name, { name, ...options });
      await boss.updateQueue(name, { name, ...options });
    }
    await boss.stop({ graceful: false });
  } finally {
    await sql`reset role`;
  }
}
