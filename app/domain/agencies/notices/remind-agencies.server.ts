import { randomUUID } from "node:crypto";

import { sql } from "drizzle-orm";

import { as, type JobActor } from "#db/client.server.ts";

import { newLink } from "./write-notices.server.ts";

/** At most so many in one go: the next look, a minute later, takes the rest. */
const most = 200;

/**
 * Writes to every named agency that has had its letter for as long as the rules say and has not acknowledged; whoever had
 * two reminders, or whose letter came back, gets none. Letters that lost their job get another.
 */
export async function remindAgencies(actor: JobActor): Promise<void> {
  await as(actor, async (tx) => {
    const due = await tx.db.execute<{ id: string }>(sql`select portal.reminders_due(${most}) as id`);
    for (const { id: membershipId } of due) {
      const id = randomUUID();
      const { linkSha256, secretSealed } = newLink(id);
      await tx.db.execute(sql`select portal.write_reminder(${id}, ${membershipId}, ${linkSha256}, ${secretSealed})`);
    }
    await tx.db.execute(sql`select portal.requeue_notices()`);
  });
}
