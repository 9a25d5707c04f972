import { sql } from "drizzle-orm";

import { as, type JobActor } from "#db/client.server.ts";

/** What is due by the clock: self-assessments that are due soon, daily and weekly e-mails whose hour has come, and messages that lost their job or used it up. */
export async function keepUpMessages(actor: JobActor): Promise<void> {
  await as(actor, async (tx) => {
    await tx.db.execute(sql`select portal.remind_assessments()`);
    await tx.db.execute(sql`select portal.gather_digests()`);
    await tx.db.execute(sql`select portal.gather_weekly_tasks()`);
    await tx.db.execute(sql`select portal.requeue_messages()`);
  });
}
