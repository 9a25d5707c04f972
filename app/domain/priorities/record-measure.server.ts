import { randomUUID } from "node:crypto";

import { and, eq, max, sql } from "drizzle-orm";

import { appendToLedger } from "#app/domain/ledger/append-to-ledger.server.ts";
import type { Submission } from "#app/domain/shared/change.server.ts";
import { done, type Outcome, refused } from "#app/domain/shared/refusals.ts";
import type { SessionActor, SessionTx } from "#db/client.server.ts";
import { priorityMeasures } from "#db/schema/index.ts";

import { type MeasureInput, measureWords } from "./measure-forms.server.ts";
import { onPriority, type OnPriority } from "./on-priority.server.ts";

export interface MeasureChange extends OnPriority {
  /** Null for a new one. */
  measureId: string | null;
  measure: MeasureInput;
}

/**
 * Adds a measure to a priority, or changes one: whole while it has no figures, afterwards only what was not known.
 * Refusals: as of everything done to a priority, and impossible-dates, measure-has-figures, stale (a measure is not there).
 */
export async function recordMeasure(actor: SessionActor, { measureId, measure, ...at }: MeasureChange, submission: Submission): Promise<Outcome<null>> {
  return onPriority(actor, at, submission, {
    command: "record-measure",
    permission: "edit-priorities",
    words: measureWords(measure),
    of: "both",
    act: async (tx, { id: priorityId, number, partnershipId }, { recordedAt, recordedBy }) => {
      if (measure.baselineOn !== null && measure.baselineOn > tx.today) return refused("impossible-dates", "The baseline must be of today or an earlier day");
      if (measure.partOf !== null && (await isPartOf(tx, priorityId, measure.partOf, measureId))) return refused("stale");
      const id = measureId ?? randomUUID();
      await appendToLedger(tx, { type: measureId === null ? "priority.measure-added" : "priority.measure-changed", partnershipId, data: { priorityId, number, measureId: id } });
      if (measureId === null) {
        const [last] = await tx.db.select({ number: max(priorityMeasures.number) }).from(priorityMeasures).where(eq(priorityMeasures.priorityId, priorityId));
        await tx.db.insert(priorityMeasures).values({ id, priorityId, partnershipId, number: (last?.number ?? 0) + 1, ...measure, recordedAt, recordedBy });
        return done(null);
      }
      const changed = await tx.db.update(priorityMeasures).set(measure).where(and(eq(priorityMeasures.id, measureId), eq(priorityMeasures.priorityId, priorityId))).returning({ id: priorityMeasures.id });
      return changed.length === 1 ? done(null) : refused("stale");
    },
  });
}

/** Whether the whole is, at some remove, a part of its own part. */
async function isPartOf({ db }: SessionTx, priorityId: string, whole: string, part: string | null): Promise<boolean> {
  if (part === null) return false;
  const [row] = await db.execute<{ loops: boolean }>(sql`
    with recursive up as (
      select id, part_of from portal.priority_measures where id = ${whole}::uuid and priority_id = ${priorityId}::uuid
      union select m.id, m.part_of from portal.priority_measures m join up on m.id = up.part_of)
    select exists (select from up where id = ${part}::uuid) as loops`);
  return row?.loops ?? true;
}
