import { and, desc, eq, isNull } from "drizzle-orm";

import type { Tx } from "#db/client.server.ts";
import { publicationSchedules } from "#db/schema/index.ts";

import type { VersionRow } from "../version.server.ts";

export type ScheduleRow = typeof publicationSchedules.$inferSelect;

/** The time that stands for a version whose row is locked, locked too; null when there is none. */
export async function lockOpenSchedule(tx: Tx, version: Pick<VersionRow, "id">): Promise<ScheduleRow | null> {
  const [schedule] = await tx.db
    .select()
    .from(publicationSchedules)
    .where(and(eq(publicationSchedules.versionId, version.id), isNull(publicationSchedules.endedAt)))
    .for("update");
  return schedule ?? null;
}

/** The time that stands for a version, otherwise the one that ended last: PostgreSQL puts what has not ended first. */
export async function findLastSchedule(tx: Tx, versionId: string): Promise<ScheduleRow | null> {
  const [schedule] = await tx.db.select().from(publicationSchedules).where(eq(publicationSchedules.versionId, versionId)).orderBy(desc(publicationSchedules.endedAt), desc(publicationSchedules.scheduledAt)).limit(1);
  return schedule ?? null;
}

/** Ends a time by a person's hand. */
export async function endSchedule(tx: Tx & { me: { personId: string } }, schedule: ScheduleRow, outcome: NonNullable<ScheduleRow["outcome"]>): Promise<void> {
  await tx.db.update(publicationSchedules).set({ endedAt: tx.now, endedBy: tx.me.personId, outcome }).where(eq(publicationSchedules.id, schedule.id));
}
