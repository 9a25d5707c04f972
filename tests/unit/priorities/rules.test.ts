import { describe, expect, test } from "vitest";

import type { MeasureView } from "#app/domain/priorities/priority-view.ts";
import { actsOn, freezeMeasure, honestState, honestWords, isEvidenced, isPastDue, isTargetMet, movementOf, questionsAbout, whyNotAchieved } from "#app/domain/priorities/rules.ts";
import { findingOf, showMeasure } from "#app/domain/priorities/shown-measure.ts";
import type { PriorityState } from "#app/domain/priorities/vocabulary.ts";

import { measure, point } from "./example.ts";

const later = [point("2026-06-30", "48")];

describe("evidence", () => {
  test.each<[string, Partial<MeasureView>, boolean]>([
    ["a baseline, a later figure and a source", { points: later }, true],
    ["no baseline", { baseline: null, points: later }, false],
    ["no figure", {}, false],
    ["no source", { source: " ", points: later }, false],
    ["a figure without a source", { points: [point("2026-06-30", "48", { source: "" })] }, false],
    ["a figure of the day of the baseline", { points: [point("2026-03-31", "48")] }, false],
    ["a figure from before the baseline", { points: [point("2026-01-01", "48")] }, false],
  ])("%s: %s", (_what, more, evidenced) => {
    expect(isEvidenced(measure(more))).toBe(evidenced);
  });

  test.each<[PriorityState, Partial<MeasureView>[], string]>([
    ["achieved", [], "No evidence of progress yet"],
    ["on-track", [{ baseline: null, points: later }], "No evidence of progress yet"],
    ["closed", [{}], "No evidence of progress yet"],
    ["off-track", [{}, { points: later }], "Off track"],
    ["achieved", [{ points: later }], "Achieved"],
  ])("%s is told as it is", (state, measures, words) => {
    expect(honestWords(honestState({ state, measures: measures.map(measure) }))).toBe(words);
  });

  const lead = { personId: "me", isLead: true, isChair: false };
  test.each([
    ["neither lead nor chair", { ...lead, isLead: false }, [{ points: later }], "not-priority-lead"],
    ["no measure", lead, [], "no-evidence"],
    ["no evidenced measure", lead, [{}], "no-evidence"],
    ["one's own last figure", lead, [{ points: [point("2026-06-30", "48", { recordedBy: "me" })] }], "own-evidence"],
    ["one's own last figure after somebody else's", lead, [{ points: [...later, point("2026-09-30", "41", { recordedBy: "me" })] }], "own-evidence"],
    ["one's own figure before somebody else's", lead, [{ points: [point("2026-04-30", "60", { recordedBy: "me" }), ...later] }], null],
    ["one's own of one measure, somebody else's of another", lead, [{ points: [point("2026-06-30", "48", { recordedBy: "me" })] }, { points: later }], null],
    ["the chair", { personId: "me", isLead: false, isChair: true }, [{ points: later }], null],
  ])("whoever says achieved with %s", (_what, judge, measures, refusal) => {
    expect(whyNotAchieved(judge, measures.map(measure))).toBe(refusal);
  });
});

describe("a figure that looks wrong", () => {
  const points = [point("2026-04-30", "60"), point("2026-06-30", "48")];
  test.each([
    ["the next one", "2026-09-30", "41", []],
    ["one before the last", "2026-05-31", "55", ["out-of-order"]],
    ["another of the same day", "2026-06-30", "47", ["duplicate-date"]],
    ["an earlier day that has one", "2026-04-30", "61", ["duplicate-date"]],
    ["a share as a fraction", "2026-09-30", "0.45", ["factor"]],
    ["a hundred times as much", "2026-09-30", "4800", ["factor"]],
    ["forty times as much", "2026-09-30", "1930", []],
    ["fifty times as much", "2026-09-30", "2400", ["factor"]],
    ["nought", "2026-09-30", "0", []],
    ["two things at once", "2026-05-31", "0.5", ["out-of-order", "factor"]],
    ["the same day, a hundred times as much", "2026-06-30", "4800", ["duplicate-date", "factor"]],
  ])("%s", (_what, on, value, questions) => {
    expect(questionsAbout({ on, value }, measure({ points })).map(({ question }) => question)).toEqual(questions);
  });

  test("is asked about against the baseline while there is no other, and says what it is compared with", () => {
    expect(questionsAbout({ on: "2026-03-31", value: "61" }, measure()).map(({ question }) => question)).toEqual(["out-of-order"]);
    expect(questionsAbout({ on: "2026-06-30", value: "0.62" }, measure())[0]?.text.replaceAll("\u00a0", " ")).toBe("0.62 is about 100 times smaller than 62 on 31 March 2026. Is it in the same unit?");
    expect(questionsAbout({ on: "2026-06-30", value: "0.62" }, measure({ baseline: null }))).toEqual([]);
  });
});

describe("what the figures say", () => {
  const said = (more: Partial<MeasureView>, hidden?: Set<string>) => findingOf(showMeasure(measure(more), [], hidden)).replaceAll("\u00a0", " ");
  test.each([
    [{ baseline: null }, "No figure is recorded yet. No target is set."],
    [{}, "The baseline is 62 per cent on 31 March 2026. No later figure is recorded yet. No target is set."],
    [{ baseline: null, points: later }, "It was 48 per cent on 30 June 2026. There is no baseline to compare it with. No target is set."],
    [{ points: later }, "Better than the baseline: 62 per cent on 31 March 2026, and 48 per cent on 30 June 2026. No target is set."],
    [{ points: later, direction: "up" as const }, "Worse than the baseline: 62 per cent on 31 March 2026, and 48 per cent on 30 June 2026. No target is set."],
    [{ points: [point("2026-06-30", "62.0")], unit: "%" }, "No change: 62% on 31 March 2026, and 62.0% on 30 June 2026. No target is set."],
    [{ points: later, target: { value: "48", on: "2027-03-31" } }, "Better than the baseline: 62 per cent on 31 March 2026, and 48 per cent on 30 June 2026. The target is 48 per cent by 31 March 2027; it is met."],
    [{ points: later, target: { value: "40", on: "2027-03-31" } }, "Better than the baseline: 62 per cent on 31 March 2026, and 48 per cent on 30 June 2026. The target is 40 per cent by 31 March 2027; it is not met yet."],
  ])("%o", (more, finding) => {
    expect(said(more)).toBe(finding);
  });

  test("a figure that is not shown is neither compared nor said to meet a target", () => {
    expect(said({ points: later, target: { value: "50", on: "2027-03-31" } }, new Set(["m1 2026-06-30"]))).toBe("Figures this small are not shown, so that no child can be identified. The target is 50 per cent by 31 March 2027.");
  });

  test("movement and target by direction", () => {
    expect([movementOf(measure()), movementOf(measure({ points: later })), movementOf(measure({ points: later, direction: "up" })), movementOf(measure({ points: [point("2026-06-30", "62")] }))]).toEqual([null, "better", "worse", "same"]);
    expect([isTargetMet(measure({ points: later })), isTargetMet(measure({ points: later, target: { value: "48.0", on: "2027-01-01" } })), isTargetMet(measure({ points: later, direction: "up", target: { value: "49", on: "2027-01-01" } }))]).toEqual([false, true, false]);
  });

  test("a statement keeps the last figure with its source", () => {
    expect(freezeMeasure(measure({ points: later }))).toMatchObject({ id: "m1", baseline: { value: "62" }, latest: { value: "48", on: "2026-06-30", source: "Council return" } });
  });
});

test("what can be done to a priority", () => {
  expect(actsOn({ agreedOn: null, state: "not-started", measures: [] })).toEqual(["agree", "edit", "add-measure", "close"]);
  expect(actsOn({ agreedOn: "2026-05-01", state: "not-started", measures: [] })).toEqual(["add-measure", "state", "move", "achieve", "close", "publish"]);
  expect(actsOn({ agreedOn: "2026-05-01", state: "on-track", measures: [measure()] })).toEqual(["state", "add-measure", "move", "achieve", "close", "publish"]);
  expect(actsOn({ agreedOn: "2026-05-01", state: "achieved", measures: [measure()] })).not.toContain("achieve");
  expect(actsOn({ agreedOn: "2026-05-01", state: "closed", measures: [] })).toEqual(["publish"]);
  expect(actsOn({ agreedOn: null, state: "closed", measures: [] })).toEqual([]);
  expect([isPastDue({ dueOn: "2026-09-14", state: "on-track" }, "2026-09-15"), isPastDue({ dueOn: "2026-09-15", state: "on-track" }, "2026-09-15"), isPastDue({ dueOn: "2026-09-14", state: "achieved" }, "2026-09-15")]).toEqual([true, false, false]);
});
