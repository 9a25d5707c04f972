import type { MeasureView, PointView } from "#app/domain/priorities/priority-view.ts";

/** A figure of a day as somebody recorded it. */
export function point(on: string, value: string, more: Partial<PointView> = {}): PointView {
  return { id: `${on} ${value}`, on, value, source: "Council return", confirmedReason: null, questions: [], office: "Business manager", recordedBy: "somebody", recordedOn: on, ...more };
}

/** A measure with a baseline of 62 that is to come down. */
export function measure(more: Partial<MeasureView> = {}): MeasureView {
  return {
    id: "m1", number: 1, name: "Repeat plans", definition: "Plans that began within two years of another.", unit: "per cent", direction: "down", countsChildren: false, runningTotal: false, partOf: null,
    baseline: { value: "62", on: "2026-03-31" }, target: null, source: "Council return", frequency: "quarterly", points: [], superseded: [], ...more,
  };
}
