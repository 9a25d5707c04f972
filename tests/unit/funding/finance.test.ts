import { describe, expect, test } from "vitest";

import { decisionsOf, yearStateWords } from "#app/domain/funding/decisions.ts";
import type { Finance, YearStanding } from "#app/domain/funding/finance.server.ts";
import { atAGlance, outstandingOf } from "#app/domain/funding/finance-rules.ts";

import { costs, gives, inForce, yearWith } from "./year-example.ts";

describe("at a glance", () => {
  test("what is outstanding is agreed less received, the largest first, and nothing of help in kind or of what was overpaid", () => {
    const contributions = [gives({ receivedPence: 60_00, invoicedPence: 100_00 }), gives({ contributor: "b" }), gives({ contributor: "c", receivedPence: 120_00 }), gives({ contributor: "d", form: "in-kind" })];
    expect(outstandingOf(yearWith({ contributions })).map((line) => [line.contributor, line.outstanding, line.received])).toEqual([["b", 100_00, null], ["Vale Council", 40_00, 60_00]]);
    expect(outstandingOf(yearWith({ contributions: [gives({ varied: 130_00 })], inForce }))[0]?.outstanding).toBe(130_00);
  });

  test("the forecast takes each line's budget or what was spent, whichever is more", () => {
    const year = yearWith({ record: { broughtForwardPence: 10_00 }, contributions: [gives({ receivedPence: 40_00 })], spending: [costs({ pence: 50_00, actualPence: 70_00 }), costs({ description: "b", pence: 30_00, actualPence: 10_00 })] });
    expect(atAGlance(year)).toEqual({ agreed: 100_00, received: 40_00, spent: 80_00, expectedSpending: 100_00, forecast: 10_00 });
  });
});

describe("what needs deciding", () => {
  const standing = (values: Partial<YearStanding>): YearStanding => ({ year: "2026-27", budget: { state: "published", number: 1 }, outturnOn: null, over: false, ...values });
  const finance = (values: Partial<Finance>): Finance => ({ today: "2026-11-27", thisYear: "2026-27", shown: yearWith({ inForce, contributions: [gives({ varied: 100_00 })] }), years: [standing({})], offered: [], ...values });
  const texts = (values: Partial<Finance>) => decisionsOf(finance(values)).map((each) => `${each.text} → ${each.path}`);

  test("is nothing while this year's budget is published and it is not yet January", () => {
    expect(texts({})).toEqual([]);
  });

  test("is a budget for this year, opened or not; and from January one for the next", () => {
    expect(texts({ years: [] })).toEqual(["Prepare the budget for 2026 to 2027 → /funding/open"]);
    expect(texts({ years: [standing({ budget: null })] })).toEqual(["Prepare the budget for 2026 to 2027 → /funding/2026-27"]);
    expect(texts({ today: "2027-01-02" })).toEqual(["Prepare the budget for 2027 to 2028 → /funding/open"]);
    expect(texts({ today: "2027-01-02", years: [standing({}), standing({ year: "2027-28", budget: { state: "draft" } })] })).toEqual([]);
  });

  test("is the outturn of a year that is over, unless its budget never left the draft", () => {
    const over = standing({ year: "2025-26", over: true });
    expect(texts({ years: [standing({}), over] })).toEqual(["Publish the outturn of 2025 to 2026 → /funding/2025-26/outturn"]);
    expect(texts({ years: [standing({}), { ...over, outturnOn: "2026-05-01" }] })).toEqual([]);
    expect(texts({ years: [standing({}), { ...over, budget: { state: "draft" } }] })).toEqual([]);
  });

  test("is a change that waits for signatures, a part that is offered, and contributions that do not sum", () => {
    const variation = { id: "v", list: "spending", lineId: "s1", line: "The team", before: 1, after: 2, on: "2026-07-01", reason: "Why.", office: "Business manager", recordedAt: new Date(0), awaitsSignature: true, held: false } as const;
    expect(texts({ shown: yearWith({ inForce, contributions: [gives({ varied: 100_00 })], variations: [variation] }) })).toEqual(["Sign a new version of the budget for 2026 to 2027 → /budget-2026-27"]);
    expect(texts({ offered: [{ sharedId: "x", year: "2026-27", contributor: "Vale Police" }] })).toEqual(["Accept or decline a part of what Vale Police gives for 2026 to 2027 → /funding/shares/x"]);
    expect(texts({ shown: yearWith({ contributions: [gives({ pence: 99_00 })] }) })).toEqual(["Make the contributions for 2026 to 2027 sum to what was agreed → /funding/2026-27"]);
  });

  test("where a year stands is said in words", () => {
    expect([standing({}), standing({ budget: null }), standing({ budget: { state: "draft" } }), standing({ outturnOn: "2027-04-20" })].map(yearStateWords)).toEqual(["Version 1 of the budget is signed and published", "Open, no budget drafted yet", "Budget in draft", "Outturn published on 20 April 2027"]);
  });
});
