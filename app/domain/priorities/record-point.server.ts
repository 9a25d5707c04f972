import { randomUUID } from "node:crypto";

import { eq } from "drizzle-orm";

import { appendToLedger } from "#app/domain/ledger/append-to-ledger.server.ts";
import type { Submission } from "#app/domain/shared/change.server.ts";
import { done, type Outcome, refused } from "#app/domain/shared/refusals.ts";
import type { SessionActor } from "#db/client.server.ts";
import { measurePoints } from "#db/schema/index.ts";

import { type PointInput, pointWords } from "./measure-forms.server.ts";
import { onPriority, type OnPriority } from "./on-priority.server.ts";
import { readMeasures } from "./queries.server.ts";
import { questionsAbout } from "./rules.ts";

export interface PointChange extends OnPriority {
  measureId: string;
  point: PointInput;
}

/**
 * Records a figure. One that looks wrong is kept only with the word that it is right, and why; one of a day that has a
 * figure takes its place. Refusals: as of everything done to a priority, and impossible-dates, point-questioned (the
 * detail has a line for each question), stale (the measure is not there).
 */
export async function recordPoint(actor: SessionActor, { measureId, point, ...at }: PointChange, submission: Submission): Promise<Outcome<null>> {
  return onPriority(actor, at, submission, {
    command: "record-measure-point",
    permission: "edit-priorities",
    words: pointWords(point),
    of: "both",
    act: async (tx, { id: priorityId, number, partnershipId }, recorded) => {
      const measure = (await readMeasures(tx, [priorityId])).get(priorityId)?.find((each) => each.id === measureId);
      if (!measure) return refused("stale");
      const { value, on, source, confirmed, reason } = point;
      if (on > tx.today) return refused("impossible-dates", "The figure must be of today or an earlier day");
      const asked = questionsAbout(point, measure);
      const open = asked.filter(({ question }) => reason === null || !confirmed.includes(question));
      if (open.length > 0) return refused("point-questioned", open.map(({ text }) => text).join("\n"));
      const same = measure.points.find((each) => each.on === on) ?? null;
      const id = randomUUID();
      const questions = asked.map(({ question }) => question);
      await appendToLedger(tx, { type: "priority.figure-recorded", partnershipId, data: { priorityId, number, measureId, pointId: id, on, value, questions, supersedes: same?.id ?? null } });
      if (same) await tx.db.update(measurePoints).set({ supersededAt: tx.now }).where(eq(measurePoints.id, same.id));
      await tx.db.insert(measurePoints).values({ id, measureId, partnershipId, onDay: on, value, source, questions, confirmedReason: asked.length > 0 ? reason : null, ...recorded });
      return done(null);
    },
  });
}
