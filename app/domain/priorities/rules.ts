import { showDate } from "#app/domain/shared/dates.ts";
import type { Refusal } from "#app/domain/shared/refusals.ts";

import { compareDecimals, showDecimal, timesLarger } from "./decimals.ts";
import type { DatedValue, FrozenMeasure, MeasureView, PointView, PriorityView } from "./priority-view.ts";
import { noEvidence, type PointQuestion, type PriorityState, priorityStateLabels } from "./vocabulary.ts";

/** From how many times the last figure on a new one is asked about: a slip between 0.45 and 45, with room for real change. */
const factorAskedAbout = 50;

/** The last figure that stands. */
export function latestOf({ points }: Pick<MeasureView, "points">): PointView | null {
  return points.at(-1) ?? null;
}

type Evidenced = Pick<MeasureView, "baseline" | "source" | "points">;

/** Whether a measure can show progress: a baseline, a later figure, and where both come from. */
export function isEvidenced({ baseline, source, points }: Evidenced): boolean {
  const latest = latestOf({ points });
  return baseline !== null && source.trim() !== "" && latest !== null && latest.source.trim() !== "" && latest.on > baseline.on;
}

/** How a priority is told to the public: what the partners say, but nothing of progress without evidence. */
export function honestState({ state, measures }: { state: PriorityState; measures: readonly Evidenced[] }): PriorityState | "no-evidence" {
  return measures.some(isEvidenced) ? state : "no-evidence";
}

export function honestWords(state: PriorityState | "no-evidence"): string {
  return state === "no-evidence" ? noEvidence : priorityStateLabels[state];
}

/** Who would say that a priority is achieved. */
export interface Judge {
  personId: string;
  /** Delegated safeguarding partner of the seat that leads it, today. */
  isLead: boolean;
  isChair: boolean;
}

/** Why this person cannot say that it is achieved, or null. */
export function whyNotAchieved({ personId, isLead, isChair }: Judge, measures: readonly Evidenced[]): Refusal | null {
  if (!isLead && !isChair) return "not-priority-lead";
  const evidenced = measures.filter(isEvidenced);
  if (evidenced.length === 0) return "no-evidence";
  return evidenced.every((measure) => latestOf(measure)?.recordedBy === personId) ? "own-evidence" : null;
}

/** What a new figure makes one ask, each with its sentence. The day is known to be today or earlier. */
export function questionsAbout({ value, on }: DatedValue, { points, baseline }: Pick<MeasureView, "points" | "baseline">): { question: PointQuestion; text: string }[] {
  const latest = latestOf({ points });
  const same = points.find((point) => point.on === on);
  const asked: { question: PointQuestion; text: string }[] = [];
  if (same) asked.push({ question: "duplicate-date", text: `There is a figure for ${showDate(on)} already: ${showDecimal(same.value)}. This one would take its place; the other stays on record` });
  else if (latest && on < latest.on) asked.push({ question: "out-of-order", text: `The last figure is of ${showDate(latest.on)}, which is later` });
  else if (baseline && on <= baseline.on) asked.push({ question: "out-of-order", text: `The baseline is of ${showDate(baseline.on)}: this figure is no later, so it shows no progress` });
  const last = same ?? points.findLast((point) => point.on < on) ?? baseline;
  const ratio = last ? timesLarger(value, last.value) : null;
  if (last && ratio && ratio.times >= factorAskedAbout) asked.push({ question: "factor", text: `${showDecimal(value)} is about ${String(ratio.times)} times ${ratio.larger ? "larger" : "smaller"} than ${showDecimal(last.value)} on ${showDate(last.on)}. Is it in the same unit?` });
  return asked;
}

/** How the last figure stands against the baseline; null while there is none of them. */
export function movementOf(measure: Pick<MeasureView, "baseline" | "points" | "direction">): "better" | "worse" | "same" | null {
  const latest = latestOf(measure);
  if (!measure.baseline || !latest || latest.on <= measure.baseline.on) return null;
  const compared = compareDecimals(latest.value, measure.baseline.value);
  if (compared === 0) return "same";
  return (compared > 0) === (measure.direction === "up") ? "better" : "worse";
}

/** Whether the last figure is where it was to come to. */
export function isTargetMet(measure: Pick<MeasureView, "target" | "points" | "direction">): boolean {
  const latest = latestOf(measure);
  if (!measure.target || !latest) return false;
  const compared = compareDecimals(latest.value, measure.target.value);
  return measure.direction === "up" ? compared >= 0 : compared <= 0;
}

/** A measure as a statement keeps it. */
export function freezeMeasure({ id, name, unit, direction, baseline, target, points }: MeasureView): FrozenMeasure {
  const latest = latestOf({ points });
  return { id, name, unit, direction, baseline, target, latest: latest && { value: latest.value, on: latest.on, source: latest.source } };
}

export type PriorityAct = "agree" | "edit" | "add-measure" | "state" | "move" | "achieve" | "close" | "publish";

/** What can be done to a priority now, the likeliest first. */
export function actsOn({ agreedOn, state, measures }: Pick<PriorityView, "agreedOn" | "state"> & { measures: readonly unknown[] }): PriorityAct[] {
  if (state === "closed") return agreedOn === null ? [] : ["publish"];
  if (agreedOn === null) return ["agree", "edit", "add-measure", "close"];
  const measured: PriorityAct[] = measures.length === 0 ? ["add-measure", "state"] : ["state", "add-measure"];
  return [...measured, "move", ...(state === "achieved" ? [] : (["achieve"] as const)), "close", "publish"];
}

/** From how many days after the last statement the next one is due. */
export const statementDays = 92;

/** Days are compared as ISO dates: those that are late at the end of today. */
export function isPastDue({ dueOn, state }: Pick<PriorityView, "dueOn" | "state">, today: string): boolean {
  return today > dueOn && state !== "achieved" && state !== "closed";
}
