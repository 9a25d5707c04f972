import { sql } from "drizzle-orm";

import { listWorkload } from "#app/domain/home/workload.server.ts";
import { firstOfAll } from "#app/domain/home/workload.ts";
import { as, type JobActor } from "#db/client.server.ts";

import type { WeeklyTask } from "./messages.ts";

/**
 * Reads what needs the person whom the job's message is for, as they would see it and without a right to write, and keeps
 * it in the message. Does nothing when the message has it already.
 */
export async function keepWeeklyTasks(actor: JobActor): Promise<void> {
  const [reading] = await as(actor, (tx) => tx.db.execute<{ id: string | null }>(sql`select portal.open_reading() as id`));
  if (!reading?.id) return;
  const { first, more } = firstOfAll(await listWorkload({ kind: "session", sessionId: reading.id, readsOnly: true }));
  const tasks: WeeklyTask[] = first.map(({ text, href, partnership, about, due }) => ({ text, path: href, about: `${partnership}. ${about}`, due: due.text }));
  await as(actor, (tx) => tx.db.execute(sql`select portal.keep_weekly_tasks(${JSON.stringify(tasks)}::text::jsonb, ${more}::integer)`));
}
