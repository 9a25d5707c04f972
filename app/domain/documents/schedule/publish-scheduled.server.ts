import { eq, sql } from "drizzle-orm";

import { appendToLedger } from "#app/domain/ledger/append-to-ledger.server.ts";
import { isUuid } from "#app/domain/shared/is-uuid.ts";
import { as, type JobActor, type JobTx } from "#db/client.server.ts";
import { refusalOf } from "#db/errors.server.ts";
import { publicationSchedules } from "#db/schema/index.ts";

import { namesWithheldAgency } from "../names-withheld-agency.server.ts";
import { publishApproved } from "../publish-version.server.ts";
import { missingSeats } from "../rules.ts";
import { listSignatures, listVersionSeats, lockVersion, type VersionRow } from "../version.server.ts";
import { tellFailed } from "./schedule-messages.server.ts";
import { lockOpenSchedule, type ScheduleRow } from "./schedule.server.ts";

/** What became of a set time. `over`: moved, taken off, superseded or done before. `early`: asked for again when due. */
export type Published = "published" | "over" | "early";

/** What must hold at that moment does not. The message names the kind of fault; no text of the document. */
class CannotPublish extends Error {
  override name = "CannotPublish";
}

/**
 * Publishes what the job's set time stands for, exactly once however often it is asked: in one transaction, with the
 * version's row locked and everything checked again. A failure is recorded, told the first time, and thrown, so that
 * the job is tried again. @param at see Mark: for tests
 */
export async function publishScheduled(actor: JobActor, at: (point: string) => void = () => undefined): Promise<Published> {
  try {
    const published = await as(actor, async (tx) => {
      const found = await lockDue(tx);
      at("locked");
      if (!found) return "over";
      const { version, schedule } = found;
      if (schedule.dueAt > tx.now) return "early";
      if (version.status !== "scheduled") throw new CannotPublish(`the version is ${version.status}`);
      const missing = missingSeats(await listVersionSeats(tx, version.id), await listSignatures(tx, version.id));
      if (missing.length > 0) throw new CannotPublish("not every seat has signed");
      if (await namesWithheldAgency(tx, version)) throw new CannotPublish("it names an agency whose name is withheld");
      await publishApproved(tx, version, { by: null, schedule });
      at("published");
      await tx.db.update(publicationSchedules).set({ endedAt: tx.now, outcome: "published" }).where(eq(publicationSchedules.id, schedule.id));
      at("ended");
      return "published";
    });
    at("committed");
    return published;
  } catch (error) {
    await recordFailure(actor, error);
    throw error;
  }
}

/** The job's version and set time, both locked in the order in which everybody locks them; null when the time is over. */
async function lockDue(tx: JobTx): Promise<{ version: VersionRow; schedule: ScheduleRow } | null> {
  const { partnershipId, data } = tx.job;
  const scheduleId = typeof data["schedule"] === "string" && isUuid(data["schedule"]) ? data["schedule"] : null;
  if (!scheduleId || !partnershipId) return null;
  const [named] = await tx.db.select().from(publicationSchedules).where(eq(publicationSchedules.id, scheduleId));
  const version = named && (await lockVersion(tx, partnershipId, named.versionId));
  const schedule = version && (await lockOpenSchedule(tx, version));
  return version && schedule?.id === scheduleId ? { version, schedule } : null;
}

/** Keeps that it failed, and the first time says so loudly. */
async function recordFailure(actor: JobActor, error: unknown): Promise<void> {
  await as(actor, async (tx) => {
    const found = await lockDue(tx);
    if (!found) return;
    const { version, schedule } = found;
    await tx.db.update(publicationSchedules).set({ failedAt: schedule.failedAt ?? tx.now, problem: faultOf(error) }).where(eq(publicationSchedules.id, schedule.id));
    if (schedule.failedAt) return;
    await appendToLedger(tx, { type: "version.publication-failed", partnershipId: version.partnershipId, data: { versionId: version.id, scheduleId: schedule.id, dueAt: schedule.dueAt.toISOString() } });
    await tellFailed(tx, version, schedule);
  }).catch(() => undefined);
}

/** The kind of fault, without a word of anybody's text. */
function faultOf(error: unknown): string {
  const known = refusalOf(error);
  if (known) return known;
  if (error instanceof CannotPublish) return error.message;
  return error instanceof Error ? error.name : "unknown";
}

/** Jobs for what is due and lost its own. */
export async function requeuePublications(actor: JobActor): Promise<void> {
  await as(actor, (tx) => tx.db.execute(sql`select portal.requeue_publications()`));
}

