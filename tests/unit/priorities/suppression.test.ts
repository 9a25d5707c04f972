import { describe, expect, test } from "vitest";

import { type CountedMeasure, hiddenFigures } from "#app/domain/priorities/suppression.ts";

const on = "2026-06-30";
const count = (id: string, value: string, more: Partial<CountedMeasure> = {}): CountedMeasure => ({ id, countsChildren: true, runningTotal: false, partOf: null, figures: [{ on, value }], ...more });
const parts = (...values: string[]) => values.map((value, at) => count(`p${String(at + 1)}`, value, { partOf: "all" }));
const hidden = (measures: CountedMeasure[], before?: Set<string>) => [...hiddenFigures(measures, before)].map((key) => key.replace(` ${on}`, "")).sort();

describe("counts of children under 5", () => {
  test.each([["0", true], ["4", true], ["4.5", true], ["5", false], ["12", false]])("%s is hidden: %s", (value, is) => {
    expect(hidden([count("m", value)])).toEqual(is ? ["m"] : []);
  });

  test("other measures are shown whatever they are", () => {
    expect(hidden([count("m", "2", { countsChildren: false })])).toEqual([]);
  });
});

describe("a total and its parts", () => {
  test.each<[string, string, string[], string[]]>([
    ["nothing small: all shown", "30", ["10", "20"], []],
    ["one small: the smallest other is hidden, too", "32", ["2", "10", "20"], ["p1", "p2"]],
    ["two small that together are 5 or more: enough", "27", ["3", "4", "20"], ["p1", "p2"]],
    ["two small that together are under 5: one more", "33", ["1", "2", "10", "20"], ["p1", "p2", "p3"]],
    ["two of nought: one more, or both would be known", "30", ["0", "0", "10", "20"], ["p1", "p2", "p3"]],
    ["one small of two: both", "22", ["2", "20"], ["p1", "p2"]],
    ["one small and no other part: the total", "22", ["2"], ["all", "p1"]],
    ["a small total: it and every part", "4", ["1", "3"], ["all", "p1", "p2"]],
    ["equal parts: one of them", "22", ["2", "10", "10"], ["p1", "p2"]],
  ])("%s", (_what, total, values, expected) => {
    expect(hidden([count("all", total), ...parts(...values)])).toEqual(expected);
  });

  test("what is left after subtracting is never a small count, nor a single figure", () => {
    for (let a = 0; a < 8; a += 1) for (let b = 0; b < 8; b += 1) for (let c = 0; c < 8; c += 1) {
      const values = [a, b, c];
      const found = hiddenFigures([count("all", String(a + b + c)), ...parts(...values.map(String))]);
      if (found.has(`all ${on}`)) continue;
      const left = values.filter((_value, at) => found.has(`p${String(at + 1)} ${on}`));
      if (left.length === 0) continue;
      expect(left.length, values.join(" ")).toBeGreaterThan(1);
      expect(left.reduce((sum, value) => sum + value, 0), values.join(" ")).toBeGreaterThanOrEqual(5);
    }
  });

  test("of other days is left alone", () => {
    const [small] = parts("2");
    const other = count("p2", "20", { partOf: "all", figures: [{ on: "2026-09-30", value: "20" }] });
    expect(small && [...hiddenFigures([count("all", "40"), small, other, ...parts("2", "18").slice(1).map((each) => ({ ...each, id: "p3" }))])].sort()).toEqual([`p1 ${on}`, `p3 ${on}`]);
  });

  test("a part that is itself a total is hidden with what it would give away", () => {
    const half = count("half", "12", { partOf: "all" });
    const inner = [count("i1", "2", { partOf: "half" }), count("i2", "10", { partOf: "half" })];
    expect(hidden([count("all", "40"), half, count("rest", "28", { partOf: "all" }), ...inner])).toEqual(["i1", "i2"]);
    expect(hidden([count("all", "40"), half, count("rest", "28", { partOf: "all" }), count("i1", "2", { partOf: "half" })])).toEqual(["half", "i1", "rest"]);
  });

  test("a total that is hidden for itself is not added up from its parts", () => {
    const total = count("all", "12", { runningTotal: true, figures: [{ on: "2026-03-31", value: "10" }, { on, value: "12" }] });
    expect(hidden([total, ...parts("5", "7")])).toEqual(["all", "p1"]);
  });
});

describe("a running total", () => {
  const total = (...values: string[]) => [...hiddenFigures([count("m", "0", { runningTotal: true, figures: values.map((value, at) => ({ on: `2026-0${String(at + 1)}-01`, value })) })])].map((key) => key.slice(2));
  test.each([
    [["10", "20", "30"], []],
    [["10", "12", "30"], ["2026-02-01"]],
    [["10", "12", "14"], ["2026-02-01", "2026-03-01"]],
    [["10", "12", "15"], ["2026-02-01"]],
    [["10", "10", "20"], []],
    [["3", "9", "20"], ["2026-01-01"]],
    [["20", "18", "30"], ["2026-02-01"]],
  ])("%j", (values, expected) => {
    expect(total(...values)).toEqual(expected);
  });
});

test("what was not shown once is not shown later either, and the rest follows from that", () => {
  const three = [count("all", "32"), ...parts("2", "10", "20")];
  expect(hidden(three, new Set([`p3 ${on}`]))).toEqual(["p1", "p3"]);
  expect(hidden([count("m", "9")], new Set([`m ${on}`]))).toEqual(["m"]);
  expect(hidden([count("m", "9", { countsChildren: false })], new Set([`m ${on}`]))).toEqual([]);
});
