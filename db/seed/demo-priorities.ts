import { achievePriority } from "#app/domain/priorities/achieve-priority.server.ts";
import { agreePriority } from "#app/domain/priorities/agree-priority.server.ts";
import { closePriority } from "#app/domain/priorities/close-priority.server.ts";
import { makeStatement } from "#app/domain/priorities/make-statement.server.ts";
import { movePriority } from "#app/domain/priorities/move-priority.server.ts";
import { publishPriority } from "#app/domain/priorities/publish-priority.server.ts";
import { findPriority, getPriorityChoices } from "#app/domain/priorities/queries.server.ts";
import { recordMeasure } from "#app/domain/priorities/record-measure.server.ts";
import { recordPoint } from "#app/domain/priorities/record-point.server.ts";
import { recordPriority } from "#app/domain/priorities/record-priority.server.ts";
import type { Outcome } from "#app/domain/shared/refusals.ts";

import type { Stage } from "./demo.ts";
import { agreedWhere, type DemoPriority, demoPriorities, type DemoPriorityStep } from "./demo-priorities-data.ts";
import { form, must } from "./outcomes.ts";

/** Who acts for a partnership of the demonstration; somebody is signed in anew at each moment. */
interface Here {
  stage: Stage;
  partnershipId: string;
  slug: string;
  manager: string;
  chair: string;
}

/** Shared priorities: on track, at risk, off track, achieved, closed, drafted; one without evidence, one with a figure held back. The other partnerships have none. */
export async function seedPriorities(stage: Stage): Promise<void> {
  const events: { at: string; run(): Promise<void> }[] = [];
  for (const { slug, manager, chair, priorities } of demoPriorities) {
    const here = { stage, partnershipId: await stage.partnershipId(slug), slug, manager, chair };
    for (const [index, priority] of priorities.entries()) {
      const number = index + 1;
      events.push({ at: priority.agreedOn === "2026-11-02" || priority.agreedOn === null ? `2026-11-02T16:0${String(index)}:00Z` : `2026-05-0${slug === "northmoor" ? "5" : "8"}T12:0${String(index)}:00Z`, run: () => begin(here, number, priority) });
      for (const step of priority.steps) events.push({ at: step.at, run: () => take(here, number, step) });
    }
  }
  for (const { at, run } of events.sort((a, b) => a.at.localeCompare(b.at))) {
    await stage.at(at);
    await run();
  }
}

async function begin({ stage, partnershipId, slug, manager, chair }: Here, number: number, { lead, agencies = [], agreedOn, measures, steps: _later, ...input }: DemoPriority): Promise<void> {
  const actor = await stage.actor(manager);
  const choices = await getPriorityChoices(actor, partnershipId);
  const [seat] = await stage.sql<{ id: string }[]>`select s.id from portal.seats s join portal.posts p on p.seat_id = s.id and p.role = 'dsp' where s.partnership_id = ${partnershipId} and s.kind = ${lead} order by s.position limit 1`;
  if (!seat) throw new Error(`${slug} has no ${lead}`);
  const membershipIds = choices.agencies.filter(({ name }) => agencies.includes(name)).map(({ id }) => id);
  must(await recordPriority(actor, { partnershipId, looked: [], ...input, leadSeatId: seat.id, membershipIds }, form()));
  for (const { partOf, ...measure } of measures) {
    const { revision, measures: known } = await see(stage, partnershipId, number, manager);
    must(await recordMeasure(actor, { partnershipId, number, revision, looked: [], measureId: null, measure: { ...measure, partOf: partOf === undefined ? null : (known[partOf - 1]?.id ?? null) } }, form()));
  }
  if (agreedOn === null) return;
  const { revision } = await see(stage, partnershipId, number, manager);
  must(await agreePriority(await stage.actor(chair), { partnershipId, number, revision, looked: [], on: agreedOn, where: agreedWhere }, form()));
}

async function see(stage: Stage, partnershipId: string, number: number, person: string) {
  const found = await findPriority(await stage.actor(person), partnershipId, number);
  if (!found) throw new Error(`no priority ${String(number)}`);
  return found.priority;
}

async function take(here: Here, number: number, step: DemoPriorityStep): Promise<void> {
  must<unknown>(await act(here, number, step));
}

async function act({ stage, partnershipId, manager, chair }: Here, number: number, step: DemoPriorityStep): Promise<Outcome<unknown>> {
  const { revision, measures } = await see(stage, partnershipId, number, manager);
  const on = { partnershipId, number, revision, looked: [] };
  const [byManager, byChair] = [await stage.actor(manager), await stage.actor(chair)];
  switch (step.step) {
    case "figure": {
      const measure = measures[step.measure - 1];
      if (!measure) throw new Error("no such measure");
      return recordPoint(byManager, { ...on, measureId: measure.id, point: { value: step.value, on: step.on, source: step.source ?? measure.source, confirmed: [], reason: null } }, form());
    }
    case "say":
      return makeStatement(step.by ? await stage.actor(step.by) : byManager, { ...on, state: step.state, words: step.words }, form());
    case "move":
      return movePriority(byManager, { ...on, dueOn: step.dueOn, reason: step.reason, agreedBy: step.agreedBy }, form());
    case "achieve":
      return achievePriority(byChair, { ...on, words: step.words }, form());
    case "close":
      return closePriority(byChair, { ...on, words: step.words }, form());
    case "publish":
      return publishPriority(byManager, { partnershipId, number, revision }, form());
  }
}
