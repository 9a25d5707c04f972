import { eq } from "drizzle-orm";

import { forbid } from "#app/domain/access/require.server.ts";
import { appendToLedger } from "#app/domain/ledger/append-to-ledger.server.ts";
import { change, type Submission } from "#app/domain/shared/change.server.ts";
import { done, type Outcome, refused } from "#app/domain/shared/refusals.ts";
import type { SessionActor } from "#db/client.server.ts";
import { versions } from "#db/schema/index.ts";

import { lockVersion } from "../version.server.ts";
import { tellUnscheduled } from "./schedule-messages.server.ts";
import { endSchedule, lockOpenSchedule } from "./schedule.server.ts";

/** Takes a version off the schedule; it is approved as before. Refusals: version-not-in-that-state, not-permitted, not-found. */
export async function unscheduleVersion(actor: SessionActor, input: { partnershipId: string; versionId: string }, submission: Submission): Promise<Outcome<{ number: number }>> {
  return change(actor, "unschedule-version", submission, async (tx) => {
    const { partnershipId, versionId } = input;
    const forbidden = forbid(tx.me, "publish", { partnershipId });
    if (forbidden) return forbidden;
    const version = await lockVersion(tx, partnershipId, versionId);
    if (!version) return refused("not-found");
    const schedule = await lockOpenSchedule(tx, version);
    if (version.status !== "scheduled" || !schedule) return refused("version-not-in-that-state");
    await endSchedule(tx, schedule, "taken-off");
    await tx.db.update(versions).set({ status: "approved" }).where(eq(versions.id, versionId));
    await appendToLedger(tx, { type: "version.unscheduled", partnershipId, data: { versionId, scheduleId: schedule.id, dueAt: schedule.dueAt.toISOString() } });
    await tellUnscheduled(tx, version, schedule, null);
    return done({ number: version.number });
  });
}
