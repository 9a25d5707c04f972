import { describe, expect, test } from "vitest";

import { coversNoDay, describeTerm, overlap, sameName } from "#app/domain/people/rules.ts";

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
