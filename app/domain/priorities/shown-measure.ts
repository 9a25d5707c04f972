import { showDate } from "#app/domain/shared/dates.ts";

import { compareDecimals, showDecimal } from "./decimals.ts";
import type { DatedValue, MeasureView } from "./priority-view.ts";
import { figureKey } from "./suppression.ts";
import type { Direction, Frequency } from "./vocabulary.ts";

/** A figure as it is read; null where it is not shown. */
export interface ShownFigure {
  on: string;
  value: string | null;
  source: string | null;
}

/** A measure as somebody reads it: in the portal whole, in public without what could tell who a child is. */
export interface ShownMeasure {
  id: string;
  number: number;
  name: string;
  definition: string;
  unit: string;
  direction: Direction;
  countsChildren: boolean;
  /** The name of the measure of which it is a part. */
  partOf: string | null;
  source: string;
  frequency: Frequency;
  baseline: ShownFigure | null;
  target: DatedValue | null;
  /** Oldest first, without the baseline. */
  figures: readonly ShownFigure[];
}

/** What stands in the place of a figure that is not shown. */
export const hiddenFigure = "Not shown, so that no child can be identified";

const nothing: ReadonlySet<string> = new Set();

/** @param all the measures of the priority @param hidden keys of figures, as `hiddenFigures` gives them */
export function showMeasure(measure: MeasureView, all: readonly MeasureView[], hidden: ReadonlySet<string> = nothing): ShownMeasure {
  const { id, number, name, definition, unit, direction, countsChildren, source, frequency, baseline, target, points } = measure;
  const shown = ({ on, value }: DatedValue, from: string | null): ShownFigure => ({ on, value: hidden.has(figureKey(id, on)) ? null : value, source: from });
  return {
    id, number, name, definition, unit, direction, countsChildren, source, frequency, target,
    partOf: all.find((each) => each.id === measure.partOf)?.name ?? null,
    baseline: baseline && shown(baseline, null),
    figures: points.map((point) => shown(point, point.source)),
  };
}

/** "48 per cent", "1,204 children", "48%". */
export function withUnit(value: string, unit: string): string {
  return unit === "%" ? `${showDecimal(value)}%` : `${showDecimal(value)} ${unit}`;
}

export function figureWords({ value }: Pick<ShownFigure, "value">, unit: string): string {
  return value === null ? hiddenFigure : withUnit(value, unit);
}

/** What the figures of a measure say, in a sentence or two. */
export function findingOf(measure: Pick<ShownMeasure, "unit" | "direction" | "baseline" | "target" | "figures">): string {
  const { unit, target } = measure;
  const latest = measure.figures.at(-1) ?? null;
  const goal = target ? ` The target is ${withUnit(target.value, unit)} by ${showDate(target.on)}${latest ? reached(measure, latest) : ""}.` : " No target is set.";
  return `${progressOf(measure, latest)}${goal}`;
}

function progressOf({ unit, direction, baseline }: Pick<ShownMeasure, "unit" | "direction" | "baseline">, latest: ShownFigure | null): string {
  const at = (figure: ShownFigure & { value: string }) => `${withUnit(figure.value, unit)} on ${showDate(figure.on)}`;
  if (!latest) return baseline && isShown(baseline) ? `The baseline is ${at(baseline)}. No later figure is recorded yet.` : "No figure is recorded yet.";
  if (!isShown(latest) || (baseline && !isShown(baseline))) return "Figures this small are not shown, so that no child can be identified.";
  if (!baseline) return `It was ${at(latest)}. There is no baseline to compare it with.`;
  if (latest.on <= baseline.on) return `The baseline is ${at(baseline)}. No later figure is recorded yet.`;
  const compared = compareDecimals(latest.value, baseline.value);
  if (compared === 0) return `No change: ${at(baseline)}, and ${at(latest)}.`;
  return `${(compared > 0) === (direction === "up") ? "Better" : "Worse"} than the baseline: ${at(baseline)}, and ${at(latest)}.`;
}

function reached({ target, direction }: Pick<ShownMeasure, "target" | "direction">, latest: ShownFigure): string {
  if (!target || !isShown(latest)) return "";
  const compared = compareDecimals(latest.value, target.value);
  return (direction === "up" ? compared >= 0 : compared <= 0) ? "; it is met" : "; it is not met yet";
}

function isShown(figure: ShownFigure): figure is ShownFigure & { value: string } {
  return figure.value !== null;
}
