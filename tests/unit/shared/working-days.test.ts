import { expect, test } from "vitest";

import { workingDaysAfter } from "#app/domain/shared/working-days.ts";

/** Of England in 2026: 25 December is a Friday, and the 28th stands in for Boxing Day. */
const holidays = new Set(["2026-12-25", "2026-12-28"]);

test.each([
  ["the same day", "2026-09-04", "2026-09-04", 0],
  ["a day before", "2026-09-04", "2026-09-03", 0],
  ["a Saturday after a Friday", "2026-09-04", "2026-09-05", 0],
  ["the Monday after a Friday", "2026-09-04", "2026-09-07", 1],
  ["a week", "2026-09-04", "2026-09-11", 5],
  ["from a Sunday to the Monday", "2026-09-06", "2026-09-07", 1],
  ["over Christmas", "2026-12-24", "2026-12-29", 1],
  ["into the new year", "2026-12-24", "2027-01-01", 4],
])("%s: %s to %s is %i", (_what, from, to, days) => {
  expect(workingDaysAfter(from, to, holidays)).toBe(days);
});
