import { describe, expect, test } from "vitest";

import { daysOf, type FinancialYear, financialYear, readFinancialYear, showYear, startOf, yearOf, yearsLater } from "#app/domain/shared/financial-year.ts";

describe("the financial year that a word names", () => {
  test.each(["2000-01", "2009-10", "2025-26", "2098-99"])("%s is one", (word) => {
    expect(readFinancialYear(word)).toBe(word);
  });

  test.each(["1999-00", "2099-00", "1998-99", "2100-01", "2025-27", "2025-25", "2025-24", "2025", "2025-2026", "2025/26", "25-26", " 2025-26", "2025-26 ", "2025-26\n", "2025–26", "２０２５-26", "2025-026", "-2025-26", "2o25-26", "budget-2025-26", "latest", "", null, undefined])("%j is none", (word) => {
    expect(readFinancialYear(word)).toBeNull();
  });
});

test.each<[date: string, year: FinancialYear]>([
  ["2026-03-31", "2025-26"],
  ["2026-04-01", "2026-27"],
  ["2025-04-01", "2025-26"],
  ["2026-01-01", "2025-26"],
  ["2025-12-31", "2025-26"],
  ["2024-02-29", "2023-24"],
  ["2000-04-01", "2000-01"],
  ["2009-12-31", "2009-10"],
])("%s is in %s", (date, year) => {
  expect(yearOf(date)).toBe(year);
});

describe("a financial year", () => {
  test("has a first and a last day, both in it, and neither neighbour has them", () => {
    for (let start = 2000; start <= 2098; start += 1) {
      const year = financialYear(start);
      const { first, last } = daysOf(year);
      expect([first, last]).toEqual([`${String(start)}-04-01`, `${String(start + 1)}-03-31`]);
      expect([yearOf(first), yearOf(last)]).toEqual([year, year]);
      expect(readFinancialYear(year)).toBe(year);
      expect(startOf(year)).toBe(start);
    }
  });

  test.each<[year: FinancialYear, by: number, other: FinancialYear]>([
    ["2025-26", 1, "2026-27"],
    ["2025-26", -1, "2024-25"],
    ["2025-26", 0, "2025-26"],
    ["2008-09", 1, "2009-10"],
    ["2009-10", -1, "2008-09"],
    ["2025-26", -10, "2015-16"],
  ])("%s, %i years later, is %s", (year, by, other) => {
    expect(yearsLater(year, by)).toBe(other);
    expect(yearsLater(other, -by)).toBe(year);
  });

  test.each<[FinancialYear, string]>([["2025-26", "2025 to 2026"], ["2008-09", "2008 to 2009"], ["2000-01", "2000 to 2001"]])("%s is shown as %s", (year, shown) => {
    expect(showYear(year)).toBe(shown);
  });
});
