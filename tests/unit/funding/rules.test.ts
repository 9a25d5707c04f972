import fc from "fast-check";
import { describe, expect, test } from "vitest";

import { carriedForward, changeInTenths, childrenPart, likenessOf, needsSignature, sharesOf, showPercentChange, showShare, sum, totalsOf, type VariationMeasure } from "#app/domain/funding/rules.ts";
import { wholeShare } from "#app/domain/funding/vocabulary.ts";
import { largestAmount } from "#app/domain/shared/money.ts";

const anyAmount = fc.integer({ min: -largestAmount, max: largestAmount });
const someAmount = fc.integer({ min: 0, max: largestAmount });
const anyShare = fc.integer({ min: 0, max: wholeShare });

describe("children’s part of a pot shared with adults", () => {
  test.each([
    [100, 5_000, 50],
    [101, 5_000, 51],
    [1, 5_000, 1],
    [1, 4_999, 0],
    [100, 3_333, 33],
    [30_772_400, 5_000, 15_386_200],
    [100, 10_000, 100],
    [100, 0, 0],
    [0, 5_000, 0],
    [-101, 5_000, -51],
    [largestAmount, 3_333, 33_330_000_000],
  ])("of %i pence at %i hundredths of a percent is %i", (pence, share, part) => {
    expect(childrenPart(pence, share)).toBe(part);
  });

  test("and adults’ part sum to the whole, and neither is off by a penny from its exact share", () => {
    fc.assert(
      fc.property(anyAmount, anyShare, (pence, share) => {
        const children = childrenPart(pence, share);
        const adults = pence - children;
        expect(Number.isSafeInteger(children)).toBe(true);
        for (const [part, by] of [[children, share], [adults, wholeShare - share]] as const) {
          const off = BigInt(part) * BigInt(wholeShare) - BigInt(pence) * BigInt(by);
          expect(off > -BigInt(wholeShare) && off < BigInt(wholeShare)).toBe(true);
        }
      }),
      { numRuns: 2_000 },
    );
  });

  test("of what is overdrawn is the opposite of the same amount in hand", () => {
    fc.assert(
      fc.property(someAmount, anyShare, (pence, share) => {
        expect(childrenPart(-pence, share) + childrenPart(pence, share)).toBe(0);
      }),
    );
  });
});

test("what is carried forward is cash and what was brought forward, less what is spent", () => {
  expect([carriedForward(100, 20, 90), carriedForward(100, -20, 90), carriedForward(0, 0, 0)]).toEqual([30, -10, 0]);
  expect([sum([]), sum([null, null]), sum([1, null, -3])]).toEqual([0, 0, -2]);
});

describe("the totals of a budget", () => {
  const cash = (pence: number, childrenPence = pence) => ({ form: "cash" as const, pence, childrenPence });
  const kind = (pence: number | null) => ({ form: "in-kind" as const, pence, childrenPence: pence });
  const spent = (pence: number, childrenPence = pence) => ({ pence, childrenPence });

  test("keep help in kind out of cash, and count what is not valued as nothing", () => {
    const totals = totalsOf({ contributions: [cash(100, 50), cash(1), kind(40), kind(null)], spending: [spent(90, 45)], broughtForward: { pence: -20, childrenShare: 5_000, childrenPence: -10 } });
    expect(totals).toEqual({ cashPence: 101, childrenCashPence: 51, inKindPence: 40, spendingPence: 90, childrenSpendingPence: 45, carriedForwardPence: -9, childrenCarriedForwardPence: -4 });
  });

  test("of nothing are nothing", () => {
    const totals = totalsOf({ contributions: [], spending: [], broughtForward: { pence: 0, childrenShare: wholeShare, childrenPence: 0 } });
    expect(new Set(Object.values(totals))).toEqual(new Set([0]));
  });

  test("reconcile for any lines", () => {
    const line = fc.record({ pence: someAmount, childrenShare: anyShare }).map(({ pence, childrenShare }) => ({ pence, childrenPence: childrenPart(pence, childrenShare) }));
    fc.assert(
      fc.property(fc.array(line), fc.array(line), fc.array(fc.option(someAmount)), anyAmount, anyShare, (given, spending, inKind, pence, childrenShare) => {
        const contributions = [...given.map((each) => ({ ...each, form: "cash" as const })), ...inKind.map(kind)];
        const totals = totalsOf({ contributions, spending, broughtForward: { pence, childrenShare, childrenPence: childrenPart(pence, childrenShare) } });
        expect(totals.cashPence + pence - totals.spendingPence).toBe(totals.carriedForwardPence);
        expect(totals.childrenCashPence + childrenPart(pence, childrenShare) - totals.childrenSpendingPence).toBe(totals.childrenCarriedForwardPence);
        expect(totals.cashPence).toBe(given.reduce((all, each) => all + each.pence, 0));
        expect(totals.inKindPence).toBe(inKind.reduce<number>((all, each) => all + (each ?? 0), 0));
      }),
    );
  });
});

describe("shares of a total", () => {
  test.each([
    [[1, 1, 1], [334, 333, 333]],
    [[200_000_00, 75_000_25, 25_000_00, 25], [667, 250, 83, 0]],
    [[5], [1000]],
    [[0, 7], [0, 1000]],
  ])("of %j are %j tenths of a percent", (amounts, shares) => {
    expect(sharesOf(amounts)).toEqual(shares);
  });

  test("sum to the whole for any amounts", () => {
    fc.assert(
      fc.property(fc.array(someAmount, { minLength: 1, maxLength: 60 }).filter((all) => all.some((each) => each > 0)), (amounts) => {
        expect(sharesOf(amounts)?.reduce((all, each) => all + each, 0)).toBe(1000);
      }),
    );
  });

  test.each([[[]], [[0, 0]], [[100, -20]]])("there are none of %j", (amounts) => {
    expect(sharesOf(amounts)).toBeNull();
  });

  test.each([[0, "0.0%"], [1, "0.1%"], [46, "4.6%"], [1000, "100.0%"], [1234, "123.4%"]])("%i tenths are shown as %s", (tenths, shown) => {
    expect(showShare(tenths)).toBe(shown);
  });
});

describe("how much more or less than before", () => {
  test.each<[before: number, now: number, tenths: number | null, shown: string]>([
    [100, 110, 100, "+10.0%"],
    [110, 100, -91, "−9.1%"],
    [100, 100, 0, "0.0%"],
    [100, 0, -1000, "−100.0%"],
    [100, -50, -1500, "−150.0%"],
    [100, 400, 3000, "+300.0%"],
    // Halves go away from nought, up and down alike.
    [2_000, 2_001, 1, "+0.1%"],
    [2_000, 1_999, -1, "−0.1%"],
    [10_000, 10_001, 0, "0.0%"],
    [10_000, 9_999, 0, "0.0%"],
    [0, 100, null, ""],
    [0, 0, null, ""],
    [-100, 100, null, ""],
  ])("%i before and %i now", (before, now, tenths, shown) => {
    const change = changeInTenths(before, now);
    expect(change).toBe(tenths);
    expect(change === null ? "" : showPercentChange(change)).toBe(shown);
  });

  test("a rise and a fall by as much are as large", () => {
    fc.assert(
      fc.property(fc.integer({ min: 1, max: largestAmount }), someAmount, (before, by) => {
        expect((changeInTenths(before, before + by) ?? NaN) + (changeInTenths(before, before - by) ?? NaN)).toBe(0);
      }),
    );
  });
});

describe("a change in the year needs a signature", () => {
  const measure = { signed: 100_000, after: 100_000, totalSigned: 500_000, totalAfter: 500_000, materialPence: 5_000 };

  test.each<[what: string, changes: Partial<VariationMeasure>, needed: boolean]>([
    ["a penny below the threshold, in its line", { after: 104_999, totalAfter: 504_999 }, false],
    ["exactly the threshold, in its line", { after: 105_000, totalAfter: 505_000 }, true],
    ["exactly the threshold less, in its line", { after: 95_000, totalAfter: 495_000 }, true],
    ["a penny below the threshold, downwards", { after: 95_001, totalAfter: 495_001 }, false],
    ["a small change, when the total has moved with it by the threshold", { after: 101_000, totalAfter: 505_000 }, true],
    ["a small change, when the total has moved by a penny less", { after: 101_000, totalAfter: 504_999 }, false],
    ["a small change, when the total has fallen by the threshold", { after: 101_000, totalAfter: 495_000 }, true],
    ["a large change in its line that another one evens out", { after: 105_000, totalAfter: 500_000 }, true],
    ["a line that was signed at nothing, by the threshold", { signed: 0, after: 5_000, totalAfter: 505_000 }, true],
    ["a line that was signed at nothing, by less", { signed: 0, after: 4_999, totalAfter: 504_999 }, false],
    ["a change back to what was signed", {}, false],
    ["any change at all, at a threshold of nothing", { after: 100_001, totalAfter: 500_001, materialPence: 0 }, true],
  ])("%s", (_what, changes, needed) => {
    expect(needsSignature({ ...measure, ...changes })).toBe(needed);
  });

  test("however thin it is sliced: the slice that reaches the threshold needs one, and every one after it", () => {
    const slices = Array.from({ length: 8 }, (_unused, at) => (at + 1) * 1_000);
    expect(slices.map((moved) => needsSignature({ ...measure, after: measure.signed + moved, totalAfter: measure.totalSigned + moved }))).toEqual([false, false, false, false, true, true, true, true]);
  });
});

describe("two contributions that may be one entered twice", () => {
  const line = { contributor: "Vale Police", payer: null, form: "cash", purpose: "The core budget" } as const;

  test.each([
    ["in capitals", { contributor: "VALE POLICE" }],
    ["with other spaces", { contributor: " Vale  Police ", purpose: "The\u00a0core  budget" }],
    ["with no payer in other words", { payer: "" }],
  ])("are alike %s", (_how, changes) => {
    expect(likenessOf({ ...line, ...changes })).toBe(likenessOf(line));
  });

  test.each([
    ["another contributor", { contributor: "Vale Council" }],
    ["another payer", { payer: "The commissioner" }],
    ["another purpose", { purpose: "Training" }],
    ["in kind", { form: "in-kind" as const }],
  ])("are not alike: %s", (_how, changes) => {
    expect(likenessOf({ ...line, ...changes })).not.toBe(likenessOf(line));
  });
});
