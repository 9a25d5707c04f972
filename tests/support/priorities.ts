import { agreePriority } from "#app/domain/priorities/agree-priority.server.ts";
import type { PriorityInput } from "#app/domain/priorities/forms.server.ts";
import type { MeasureInput, PointInput } from "#app/domain/priorities/measure-forms.server.ts";
import type { PriorityDetail } from "#app/domain/priorities/priority-view.ts";
import { findPriority } from "#app/domain/priorities/queries.server.ts";
import { recordMeasure } from "#app/domain/priorities/record-measure.server.ts";
import { recordPoint } from "#app/domain/priorities/record-point.server.ts";
import { recordPriority } from "#app/domain/priorities/record-priority.server.ts";
import type { Outcome } from "#app/domain/shared/refusals.ts";

import { need } from "./funding.ts";
import { submission, type TestPartnership, type TestPerson } from "./partnership.ts";

/** A priority as its form reads it, led by the delegate, who is of the second seat. */
export function priority(partnership: TestPartnership, values: Partial<PriorityInput> = {}): PriorityInput {
  return {
    title: "Children are helped sooner",
    why: "The audit of 2025 found long waits.",
    outcome: "Children wait less for help.",
    periodFrom: "2026-04-01",
    periodTo: "2028-03-31",
    leadSeatId: partnership.seats[1]?.id ?? "",
    membershipIds: [],
    dueOn: "2027-03-31",
    ...values,
  };
}

/** A measure as its form reads it: a share that is to come down from 62. */
export function measure(values: Partial<MeasureInput> = {}): MeasureInput {
  return {
    name: "Waits over six weeks", definition: "Children who wait more than six weeks, of all referred.", unit: "per cent", direction: "down", countsChildren: false, runningTotal: false, partOf: null,
    baseline: "62", baselineOn: "2026-03-31", target: "40", targetOn: "2027-03-31", source: "Council return", frequency: "quarterly", ...values,
  };
}

export function point(values: Partial<PointInput> = {}): PointInput {
  return { value: "48", on: "2026-06-30", source: "Council return", confirmed: [], reason: null, ...values };
}

/** A priority by its number, as it stands. */
export async function seePriority(ours: TestPartnership, number: number, who: TestPerson = ours.businessManager): Promise<PriorityDetail> {
  const found = await findPriority(who.actor, ours.id, number);
  if (!found) throw new Error("no priority");
  return found;
}

/** What a command about a priority needs to know of it now. */
export async function at(ours: TestPartnership, number: number): Promise<{ partnershipId: string; number: number; revision: number; looked: string[] }> {
  return { partnershipId: ours.id, number, revision: (await seePriority(ours, number)).priority.revision, looked: [] };
}

/** Records a draft. Answers its number. */
export async function draft(ours: TestPartnership, values: Partial<PriorityInput> = {}): Promise<number> {
  return need(await recordPriority(ours.businessManager.actor, { partnershipId: ours.id, looked: [], ...priority(ours, values) }, submission())).number;
}

/** The same, agreed. */
export async function agreed(ours: TestPartnership, values: Partial<PriorityInput> = {}): Promise<number> {
  const number = await draft(ours, values);
  need(await agreePriority(ours.chair.actor, { ...(await at(ours, number)), on: "2026-04-15", where: "Meeting of the leads" }, submission()));
  return number;
}

/** Adds a measure. Answers its id. */
export async function measured(ours: TestPartnership, number: number, values: Partial<MeasureInput> = {}): Promise<string> {
  need(await recordMeasure(ours.businessManager.actor, { ...(await at(ours, number)), measureId: null, measure: measure(values) }, submission()));
  return (await seePriority(ours, number)).priority.measures.at(-1)?.id ?? "";
}

/** Tries to record a figure. */
export async function figure(ours: TestPartnership, number: number, measureId: string, values: Partial<PointInput> = {}, who: TestPerson = ours.businessManager): Promise<Outcome<null>> {
  return recordPoint(who.actor, { ...(await at(ours, number)), measureId, point: point(values) }, submission());
}
