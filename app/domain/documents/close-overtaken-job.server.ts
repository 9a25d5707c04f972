import { and, asc, eq, sql } from "drizzle-orm";

import { as, type JobActor } from "#db/client.server.ts";
import { versions } from "#db/schema/index.ts";

import { closeOvertakenVersions } from "./close-overtaken.server.ts";

/** Asks for the closing of what awaits other seats than today's, in every partnership where there is such a version. */
export async function requeueOvertaken(actor: JobActor): Promise<void> {
  await as(actor, async ({ db }) => db.execute(sql`select portal.requeue_overtaken()`));
}

/** Closes, in the partnership of the job, the versions that await other seats than today's. However often it is done, each is closed once. */
export async function closeOvertaken(actor: JobActor): Promise<void> {
  await as(actor, async (tx) => {
    const { partnershipId } = tx.job;
    if (!partnershipId) return;
    await tx.db.select({ id: versions.id }).from(versions).where(and(eq(versions.partnershipId, partnershipId), eq(versions.status, "awaiting"))).orderBy(asc(versions.id)).for("update");
    await closeOvertakenVersions(tx, partnershipId);
  });
}
