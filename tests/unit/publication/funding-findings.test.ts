import { describe, expect, test } from "vitest";

import { changeSentence, contributionsFinding, contributorBars, perChild, spendingFinding, yearsFinding } from "#app/domain/publication/funding-findings.ts";
import { currentYears, historyOf, previousOf } from "#app/domain/publication/funding-year.ts";

import { factsOf, given, outlineWith, paidFor, snapshotOf } from "./funding-example.ts";

const before = outlineWith({ contributions: [given({ varied: 50_00 }), given({ contributor: "Vale Police", varied: 40_00 })] });
const now = outlineWith({ contributions: [given({ varied: 51_00 }), given({ contributor: "Vale Police", varied: 49_00 })] });

describe("the sentence above a chart", () => {
  test("names who gives most and whose contribution rose most", () => {
    expect(contributionsFinding(now, null)).toBe("Vale Council gives most, 51.0% of the cash.");
    expect(contributionsFinding(now, { facts: factsOf("2025-26", before), contributions: before.contributions })).toBe("Vale Council gives most, 51.0% of the cash; the contribution of Vale Police rose most, by 22.5%.");
  });

  test("does not single out one of several that rose alike, nor name one twice", () => {
    const doubled = (police: number) => outlineWith({ contributions: [given({ varied: 100_00 }), given({ contributor: "Vale Police", varied: police })] });
    const since = { facts: factsOf("2025-26", before), contributions: before.contributions };
    expect(contributionsFinding(doubled(80_00), since)).toBe("Vale Council gives most, 55.6% of the cash; 2 contributions rose most, each by 100.0%.");
    expect(contributionsFinding(doubled(60_00), since)).toBe("Vale Council gives most, 62.5% of the cash; its contribution rose most, by 100.0%.");
    expect(contributionsFinding(before, since)).toBe("Vale Council gives most, 55.6% of the cash.");
  });

  test("speaks of what came once the outturn is published", () => {
    const outline = outlineWith({ outturn: { on: "2027-04-20", note: null }, contributions: [given({ received: 10_00 }), given({ contributor: "Vale ICB", received: 30_00 })], spending: [paidFor({ spent: 20_00 })] });
    expect(contributionsFinding(outline, null)).toBe("Vale ICB gave most, 75.0% of the cash.");
    expect(spendingFinding(outline)).toBe("Staffing took most, 100.0% of the spending.");
  });

  test("says plainly that there is nothing", () => {
    expect(contributionsFinding(outlineWith({ contributions: [] }), null)).toBe("Nobody gave anything in cash.");
    expect(spendingFinding(outlineWith({ spending: [paidFor({ varied: 0 })] }))).toBe("Nothing was spent.");
  });

  test("says how cash moved over the years, and nothing of one year alone", () => {
    expect(yearsFinding([factsOf("2026-27", now), factsOf("2025-26", before)])).toBe("Cash contributions rose from £90 in 2025 to 2026 to £100 in 2026 to 2027.");
    expect(yearsFinding([factsOf("2026-27", before), factsOf("2025-26", now)])).toMatch(/^Cash contributions fell from £100/);
    expect(yearsFinding([factsOf("2026-27", now), factsOf("2025-26", now)])).toMatch(/^Cash contributions stayed the same: from £100/);
    expect(yearsFinding([factsOf("2026-27", now)])).toBeNull();
  });
});

test("the lines of one contributor are one bar; beyond ten the smallest are together, and nothing is lost", () => {
  const lines = Array.from({ length: 14 }, (_, at) => given({ id: String(at), contributor: `Body ${String(at)}`, varied: (at + 1) * 100 }));
  const bars = contributorBars(outlineWith({ contributions: [...lines, given({ id: "again", contributor: "Body 13", varied: 1_00 })] }));
  expect(bars).toHaveLength(10);
  expect(bars[0]).toEqual({ label: "Body 13", value: 15_00 });
  expect(bars.at(-1)).toEqual({ label: "All others together", value: 15_00 });
  expect(bars.reduce((sum, bar) => sum + bar.value, 0)).toBe(106_00);
});

test("the change on the year before is said in pounds and percent, or why it cannot be", () => {
  const joint = outlineWith({ contributions: [given({ childrenShare: 4_000 })] });
  const none = outlineWith({ contributions: [given({ varied: 0 })] });
  expect(changeSentence(factsOf("2026-27", now), factsOf("2025-26", before))).toBe("That is £10 (11.1%) more than the year before.");
  expect(changeSentence(factsOf("2026-27", before), factsOf("2025-26", now))).toBe("That is £10 (10.0%) less than the year before.");
  expect(changeSentence(factsOf("2026-27", now), factsOf("2025-26", none))).toBe("That is £100 more than the year before.");
  expect(changeSentence(factsOf("2026-27", now), factsOf("2025-26", now))).toBe("That is the same as the year before.");
  expect(changeSentence(factsOf("2026-27", now), factsOf("2025-26", joint))).toMatch(/cannot be compared/);
  expect(changeSentence(factsOf("2026-27", now), null)).toBe("There is no year before to compare with.");
});

test("cash for each child is of children's part, half a penny up, and unknown without a number", () => {
  expect(perChild({ childrenCash: 100, children: 8 })).toBe(13);
  expect(perChild({ childrenCash: 100_00, children: null })).toBeNull();
});

describe("of several publications of a year", () => {
  const facts = factsOf("2026-27", now);
  const older = factsOf("2025-26", before);
  const takenDown = { at: "2026-05-01T09:00:00.000Z", reason: null };

  test("the newest that was not taken down stands; where all were, the newest says so", () => {
    const newest = snapshotOf(facts, { publicationId: "3", number: 3, takenDown });
    const first = snapshotOf(facts, { publicationId: "1" });
    expect(currentYears([newest, first]).map((each) => each.publicationId)).toEqual(["1"]);
    expect(currentYears([newest]).map((each) => each.publicationId)).toEqual(["3"]);
  });

  test("a year that was taken down is nobody's year before and in no history", () => {
    const current = currentYears([snapshotOf(facts), snapshotOf(older, { takenDown })]);
    expect(previousOf(current, "2026-27")).toBeNull();
    expect(historyOf(current).map((each) => each.year)).toEqual(["2026-27"]);
    expect(previousOf(currentYears([snapshotOf(facts), snapshotOf(older)]), "2026-27")?.facts.year).toBe("2025-26");
  });
});
