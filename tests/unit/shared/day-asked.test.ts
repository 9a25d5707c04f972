import { expect, test } from "vitest";

import { readDayAsked } from "#app/domain/shared/day-asked.server.ts";

test.each([
  ["", { kind: "none" }],
  ["on=2026-03-03", { kind: "day", day: "2026-03-03" }],
  ["on=2026-02-31", { kind: "wrong", message: "The date must be a real date, like 1 9 2026" }],
  ["on=3026-01-01", { kind: "wrong" }],
  ["on=today", { kind: "wrong" }],
  ["on=", { kind: "wrong" }],
  ["on-day=3&on-month=3&on-year=2026", { kind: "typed", day: "2026-03-03" }],
  ["on-day=&on-month=&on-year=", { kind: "wrong", message: "Enter the date, like 1 9 2026" }],
  ["on-day=3&on-month=3&on-year=1066", { kind: "wrong", message: "The date must have a year between 1990 and 2100", parts: { day: "3", month: "3", year: "1066" } }],
])("?%s", (query, expected) => {
  expect(readDayAsked(new URLSearchParams(query))).toMatchObject(expected);
});
