import { describe, expect, test } from "vitest";

import { differs, isOpen, missingActuals, reconcile, sumsOf } from "#app/domain/funding/reconciliation.ts";

import { costs, gives, inForce, yearWith } from "./year-example.ts";

describe("each line", () => {
  test("is set against what was signed and varied once a budget is in force, and against the record before", () => {
    const contributions = [gives({ pence: 99_00, signed: 80_00, varied: 90_00, receivedPence: 95_00, purpose: "Core" })];
    expect(reconcile(yearWith({ contributions, spending: [] }))[0]).toMatchObject({ name: "Vale Council: Core", agreed: 99_00, actual: 95_00, difference: -4_00 });
    expect(reconcile(yearWith({ contributions, spending: [], inForce }))[0]).toMatchObject({ agreed: 90_00, actual: 95_00, difference: 5_00 });
  });

  test("of help in kind is left out, and one that never came into the signed budget while nothing came of it", () => {
    const contributions = [gives({ form: "in-kind" }), gives({ contributor: "Never signed", varied: 0 }), gives({ contributor: "Came anyway", varied: 0, receivedPence: 5_00 })];
    expect(reconcile(yearWith({ contributions, spending: [], inForce })).map((line) => line.name)).toEqual(["Came anyway"]);
  });

  test("that is not provided differs, and is open until somebody says why", () => {
    const [same, other, missing, explained] = reconcile(yearWith({ contributions: [gives({ receivedPence: 100_00 }), gives({ receivedPence: 0 }), gives({}), gives({ receivedPence: 1, differenceNote: "Why." })] }));
    const each = [same, other, missing, explained].map((line) => line && [differs(line), isOpen(line)]);
    expect(each).toEqual([[false, false], [true, true], [true, true], [true, false]]);
  });
});

test("the year sums in the budget and in fact; what nobody provided is not nought", () => {
  const year = yearWith({ record: { broughtForwardPence: 5_00 }, contributions: [gives({ receivedPence: 90_00 }), gives({ contributor: "b", receivedPence: null })], spending: [costs({})] });
  expect(sumsOf(year)).toEqual({
    budget: { cash: 200_00, broughtForward: 5_00, spending: 90_00, carriedForward: 115_00 },
    actual: { cash: 90_00, broughtForward: 5_00, spending: null, carriedForward: null },
  });
  expect(missingActuals(year)).toEqual(["b", "The team"]);
  expect(sumsOf({ ...year, spending: [costs({ actualPence: 100_00 })] }).actual.carriedForward).toBe(-5_00);
});
