import PgBoss from "pg-boss";
import postgres from "postgres";

import type { JobActor } from "./client.server.ts";
import { type JobQueue, jobSchema } from "./job-queues.ts";

/** Does one job. Throwing means that it is tried again, as its queue says. */
export type JobHandler = (actor: JobActor) => Promise<unknown>;

export interface JobRunnerOptions {
  /** The worker role's address. */
  url: string;
  /** Queues without a handler wait. */
  handlers: Partial<Record<JobQueue, JobHandler>>;
  /** Seconds between looks at an empty queue; at least a half. */
  lookEvery?: number;
  /** Something that no job could help. */
  failed(event: string, error: unknown): void;
  /** The database went away with our claim to be the only one: this process must end. */
  lost(): void;
}

export interface JobRunner {
  /** Finishes what is under way, for at most so many milliseconds; the rest is tried again later. */
  stop(withinMs: number): Promise<void>;
}

const onlyOne = 5_824_017_332;
// No more than a careful mail server takes from one sender at a time.
const together = 3;
const keepUpEvery = 60_000;

/**
 * Does jobs until it is stopped. One process at a time in the whole installation: a second waits for the first to go,
 * so a job found under way at the start belongs to a process that died, and is tried again.
 */
export async function runJobs({ url, handlers, lookEvery = 1, failed, lost }: JobRunnerOptions): Promise<JobRunner> {
  let stopping = false;
  // The claim is a lock that lives as long as this very connection does.
  const claim = postgres(url, { max: 1, max_lifetime: null, idle_timeout: 0, onnotice: () => undefined, onclose: () => stopping || lost(), connection: { application_name: "safeguarding-jobs" } });
  await becomeTheOnlyOne(claim);
  await claim`select access.take_over_jobs()`;

  const boss = new PgBoss({ connectionString: url, schema: jobSchema, migrate: false, schedule: false, max: 4, maintenanceIntervalSeconds: 60 });
  boss.on("error", (error) => failed("jobs.failed", error));
  await boss.start();
  for (const [queue, handler] of Object.entries(handlers) as [JobQueue, JobHandler][]) {
    await boss.work(queue, { batchSize: together, pollingIntervalSeconds: lookEvery }, async (jobs) => {
      await Promise.all(jobs.map((job) => one(boss, { kind: "job", queue, jobId: job.id }, handler, failed)));
    });
  }
  const keepUp = () => void boss.send("keep-up", {}).catch((error: unknown) => failed("jobs.failed", error));
  const clock = setInterval(keepUp, keepUpEvery);
  keepUp();
  return {
    stop: async (withinMs) => {
      stopping = true;
      clearInterval(clock);
      await boss.stop({ graceful: true, timeout: withinMs, wait: true });
      await claim.end({ timeout: 1 });
    },
  };
}

/** One job of those taken together: it succeeds or fails by itself. */
async function one(boss: PgBoss, actor: JobActor, handler: JobHandler, failed: JobRunnerOptions["failed"]): Promise<void> {
  try {
    await handler(actor);
  } catch (error) {
    failed("job.failed", error);
    await boss.fail(actor.queue, actor.jobId, { name: error instanceof Error ? error.name : "unknown" });
  }
}

async function becomeTheOnlyOne(claim: postgres.Sql): Promise<void> {
  for (;;) {
    const [row] = await claim<{ ours: boolean }[]>`select pg_try_advisory_lock(${onlyOne}) as ours`;
    if (row?.ours) return;
    await new Promise((resolve) => setTimeout(resolve, 500));
  }
}

