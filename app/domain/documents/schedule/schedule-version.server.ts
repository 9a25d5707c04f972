import { randomUUID } from "node:crypto";

import { eq } from "drizzle-orm";

import { appendToLedger } from "#app/domain/ledger/append-to-ledger.server.ts";
import { change, type Submission } from "#app/domain/shared/change.server.ts";
import { done, type Outcome, refused } from "#app/domain/shared/refusals.ts";
import type { SessionActor } from "#db/client.server.ts";
import { publicationSchedules, versions } from "#db/schema/index.ts";

import { lockPublishable } from "../lock-publishable.server.ts";
import { tellScheduled } from "./schedule-messages.server.ts";
import { endSchedule, lockOpenSchedule } from "./schedule.server.ts";

export interface ScheduleVersionInput {
  partnershipId: string;
  versionId: string;
  dueAt: Date;
}

/**
 * Sets the time at which an approved version publishes itself, or moves it. Needs an identity confirmed within five
 * minutes, as publishing does. Refusals: not-every-seat-signed, version-not-in-that-state, identity-not-confirmed,
 * time-has-passed, nothing-to-change when it is that time already, not-permitted, not-found.
 */
export async function scheduleVersion(actor: SessionActor, input: ScheduleVersionInput, submission: Submission): Promise<Outcome<{ number: number; moved: boolean }>> {
  return change(actor, "schedule-version", submission, async (tx) => {
    const { partnershipId, versionId, dueAt } = input;
    const locked = await lockPublishable(tx, input);
    if (!locked.ok) return locked;
    const version = locked.value;
    if (dueAt <= tx.now) return refused("time-has-passed");
    const before = await lockOpenSchedule(tx, version);
    if (before?.dueAt.getTime() === dueAt.getTime()) return refused("nothing-to-change");
    if (before) await endSchedule(tx, before, "moved");
    const scheduleId = randomUUID();
    await tx.db.insert(publicationSchedules).values({ id: scheduleId, partnershipId, versionId, dueAt, scheduledAt: tx.now, scheduledBy: tx.me.personId });
    if (version.status === "approved") await tx.db.update(versions).set({ status: "scheduled" }).where(eq(versions.id, versionId));
    await appendToLedger(tx, { type: "version.scheduled", partnershipId, data: { versionId, scheduleId, dueAt: dueAt.toISOString() } });
    await tellScheduled(tx, version, dueAt, before?.dueAt ?? null);
    return done({ number: version.number, moved: before !== null });
  });
}
