import { notify } from "#app/domain/notifications/notify.server.ts";
import { holdersOf } from "#app/domain/notifications/recipients.server.ts";
import type { SessionTx, Tx } from "#db/client.server.ts";

import type { VersionRow } from "../version.server.ts";
import type { ScheduleRow } from "./schedule.server.ts";

/** Everybody who signs, publishes or keeps the records: those who plan with the day of publication. */
const planning = ["lsp", "dsp", "chair", "business-manager"] as const;

function about({ id, partnershipId, kind, number }: Pick<VersionRow, "id" | "partnershipId" | "kind" | "number">, dueAt: Date) {
  return { versionId: id, partnershipId, document: kind, number, dueAt: dueAt.toISOString() };
}

export async function tellScheduled(tx: SessionTx, version: VersionRow, dueAt: Date, movedFrom: Date | null): Promise<void> {
  const message = { kind: "version-scheduled" as const, by: tx.me.name, movedFrom: movedFrom?.toISOString() ?? null, ...about(version, dueAt) };
  await notify(tx, message, await holdersOf(tx, version.partnershipId, planning));
}

/** @param replacedBy the version whose freezing took its place; null when it was taken off the schedule */
export async function tellUnscheduled(tx: SessionTx, version: Pick<VersionRow, "id" | "partnershipId" | "kind" | "number">, schedule: ScheduleRow, replacedBy: number | null): Promise<void> {
  const message = { kind: "version-unscheduled" as const, by: tx.me.name, replacedBy, ...about(version, schedule.dueAt) };
  await notify(tx, message, [schedule.scheduledBy, ...(await holdersOf(tx, version.partnershipId, planning))]);
}

/** To whoever set the time, and those who keep the records. */
export async function tellFailed(tx: Tx, version: VersionRow, schedule: ScheduleRow): Promise<void> {
  const keepers = await holdersOf(tx, version.partnershipId, ["business-manager"]);
  await notify(tx, { kind: "publication-failed", ...about(version, schedule.dueAt) }, [schedule.scheduledBy, ...keepers]);
}
