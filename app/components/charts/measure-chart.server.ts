import { Temporal } from "temporal-polyfill";

import { showDecimal, toNumber } from "#app/domain/priorities/decimals.ts";
import { findingOf, type ShownMeasure } from "#app/domain/priorities/shown-measure.ts";
import { showMonth } from "#app/domain/shared/dates.ts";

import { keptChart } from "./kept-charts.server.ts";
import { renderLineChart } from "./line-chart.server.tsx";

const epoch = Temporal.PlainDate.from("2000-01-01");

/** The figures of a measure over time, as they are shown; null while fewer than two are. @param of makes its id unlike the others of the page */
export function drawMeasure(measure: ShownMeasure, of: string): string | null {
  const { name, baseline, target, figures } = measure;
  const all = [...(baseline && figures.every((figure) => figure.on > baseline.on) ? [baseline] : []), ...figures];
  if (all.filter(({ value }) => value !== null).length < 2) return null;
  const id = `measure-${of}-${String(measure.number)}`;
  const points = all.map(({ on, value }) => ({ at: epoch.until(Temporal.PlainDate.from(on)).days, day: showMonth(on.slice(0, 7)), value: value === null ? null : toNumber(value), text: value === null ? "" : showDecimal(value) }));
  const goal = target && { value: toNumber(target.value), text: `Target ${showDecimal(target.value)}` };
  const label = `Line chart of ${name}, with its figures in the table after it. ${findingOf(measure)}`;
  return keptChart({ id, points, goal, label }, () => renderLineChart({ id, label, points, target: goal }));
}
