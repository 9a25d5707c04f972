import { describe, expect, test } from "vitest";

import { coversNoDay, delegationOn, describeTerm, firstEnd, heldOn, nearEnd, overlap, sameName, timelineOf } from "#app/domain/people/rules.ts";

const term = (startsOn: string, endsOn: string | null = null) => ({ startsOn, endsOn });

describe("terms are half-open", () => {
  test.each([
    [term("2024-04-01", "2025-04-01"), term("2025-04-01"), false],
    [term("2024-04-01", "2025-04-02"), term("2025-04-01"), true],
    [term("2024-04-01"), term("2030-01-01"), true],
    [term("2024-04-01"), term("2020-01-01", "2024-04-01"), false],
    [term("2024-04-01"), term("2020-01-01", "2024-04-02"), true],
    [term("2024-04-01", "2024-04-01"), term("2020-01-01"), false],
    [term("2024-04-01", "2024-04-02"), term("2024-04-01", "2024-04-02"), true],
  ])("%o and %o share a day: %s", (a, b, shared) => {
    expect(overlap(a, b)).toBe(shared);
    expect(overlap(b, a)).toBe(shared);
  });

  test("an appointment withdrawn before it began covers no day", () => {
    expect(coversNoDay(term("2026-12-01", "2026-12-01"))).toBe(true);
    expect(coversNoDay(term("2026-12-01", "2026-12-02"))).toBe(false);
    expect(coversNoDay(term("2026-12-01"))).toBe(false);
  });
});

test("a term in words", () => {
  expect(describeTerm(term("2024-04-01"))).toBe("from 1 April 2024 with no end date");
  expect(describeTerm(term("2024-04-01", "2026-12-01"))).toBe("from 1 April 2024 until the start of 1 December 2026");
});

test.each([
  ["Ada Fernhill", "Ada Fernhill", true],
  ["  ada   FERNHILL ", "Ada Fernhill", true],
  ["Zoe\u0308 Hart", "Zoë Hart", true],
  ["Ada Fernhil", "Ada Fernhill", false],
  ["A. Fernhill", "Ada Fernhill", false],
])("“%s” is %s: %s", (typed, recorded, same) => {
  expect(sameName(typed, recorded)).toBe(same);
});

describe("who holds an office on a day", () => {
  const ada = { since: "2024-04-01", until: "2025-04-01", name: "Ada" };
  const bea = { since: "2025-04-01", until: "2026-01-01", name: "Bea" };
  const cai = { since: "2026-03-01", until: null, name: "Cai" };
  test.each([
    ["2024-03-31", null],
    ["2024-04-01", "Ada"],
    ["2025-03-31", "Ada"],
    ["2025-04-01", "Bea"],
    ["2026-01-01", null],
    ["2026-02-28", null],
    ["2026-03-01", "Cai"],
    ["2099-01-01", "Cai"],
  ])("%s: %s", (day, name) => {
    expect(heldOn([ada, bea, cai], day)?.name ?? null).toBe(name);
  });

  test("the whole time of an office says its vacancies, before, between and after", () => {
    const stretches = timelineOf([cai, ada, bea], { since: "2024-01-01", until: null });
    expect(stretches.map(({ since, until, holder }) => [since, until, holder?.name ?? "vacant"])).toEqual([
      ["2024-01-01", "2024-04-01", "vacant"],
      ["2024-04-01", "2025-04-01", "Ada"],
      ["2025-04-01", "2026-01-01", "Bea"],
      ["2026-01-01", "2026-03-01", "vacant"],
      ["2026-03-01", null, "Cai"],
    ]);
    expect(timelineOf([], { since: "2024-01-01", until: null })).toEqual([{ since: "2024-01-01", until: null, holder: null }]);
    expect(timelineOf([ada], { since: "2026-01-01", until: "2026-06-01" })).toMatchObject([{ holder: { name: "Ada" } }, { since: "2025-04-01", until: "2026-06-01", holder: null }]);
    expect(timelineOf([{ ...bea, until: "2026-06-01" }], { since: "2025-04-01", until: "2026-06-01" })).toHaveLength(1);
  });
});

describe("a delegation on a day", () => {
  const former = { scope: "Day to day work", since: "2024-04-01", until: "2026-10-01" };
  const confirmed = { scope: "Day to day work, not the budget", since: "2026-11-01", until: null };
  test.each([
    ["2024-03-31", { state: "unrecorded" }],
    ["2026-09-30", { state: "in-force", scope: "Day to day work", since: "2024-04-01" }],
    ["2026-10-01", { state: "to-confirm", scope: "Day to day work", since: "2024-04-01" }],
    ["2026-10-31", { state: "to-confirm", scope: "Day to day work", since: "2024-04-01" }],
    ["2026-11-01", { state: "in-force", scope: "Day to day work, not the budget", since: "2026-11-01" }],
  ])("%s: %o", (day, state) => {
    expect(delegationOn([former, confirmed], day)).toEqual(state);
  });
});

test.each([
  [[null, null], null],
  [["2026-05-01", null, "2026-04-01"], "2026-04-01"],
  [[null, "2026-05-01"], "2026-05-01"],
])("the first of the ends %o is %s", (ends, first) => {
  expect(firstEnd(...ends)).toBe(first);
});

test.each([
  [null, null],
  ["2027-02-01", null],
  ["2027-01-03", "ends in 90 days"],
  ["2026-10-06", "ends in 1 day"],
  ["2026-10-05", "ends today"],
  ["2026-10-04", "ended 1 day ago"],
])("a contract until %s, on 5 October 2026: %s", (endsOn, words) => {
  expect(nearEnd(endsOn, "2026-10-05")).toBe(words);
});
