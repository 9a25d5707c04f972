import fc from "fast-check";
import { describe, expect, test } from "vitest";

import { largestAmount, readMoney, showChange, showMoney, typedMoney, writeMoney } from "#app/domain/shared/money.ts";

const what = "The amount";
const notAnAmount = "The amount must be an amount in pounds, like 1,200.50";
const checkMarks = `${notAnAmount}: check the commas and the point`;
const partsOfAPenny = "The amount must not have parts of a penny: use at most two figures after the point";
const tooLarge = "The amount must be £1 billion or less";
const belowNought = "The amount cannot be less than £0";

describe("an amount as people and spreadsheets write it", () => {
  test.each<[typed: string, pence: number | null]>([
    ["£1,200.50", 1_200_50],
    ["1200.5", 1_200_50],
    ["1,200", 1_200_00],
    [" 1 200.50 ", 1_200_50],
    ["1\u00a0200.50", 1_200_50],
    ["1\u202f200", 1_200_00],
    ["0", 0],
    ["£0", 0],
    ["0.00", 0],
    ["0.01", 1],
    ["£ 12", 12_00],
    ["0012", 12_00],
    ["１，２００．５０", 1_200_50],
    ["￡１２", 12_00],
    ["1,000,000,000", largestAmount],
    ["1000000000.00", largestAmount],
    ["", null],
    [" \t\u00a0", null],
  ])("%j is %j pence", (typed, pence) => {
    expect(readMoney(typed, { what })).toEqual({ ok: true, pence });
  });

  test.each<[typed: string, pence: number]>([
    ["-300", -300_00],
    ["(300)", -300_00],
    ["−300", -300_00],
    ["–300", -300_00],
    ["－３００", -300_00],
    ["£-300", -300_00],
    ["£−300", -300_00],
    ["-£300", -300_00],
    ["−£1,200.50", -1_200_50],
    ["(£1,200.50)", -1_200_50],
    ["-1,000,000,000", -largestAmount],
  ])("%j is %j pence where less than nothing can be meant, and refused where it cannot", (typed, pence) => {
    expect(readMoney(typed, { what, mayBeNegative: true })).toEqual({ ok: true, pence });
    expect(readMoney(typed, { what })).toEqual({ ok: false, problem: belowNought });
  });

  test.each(["-0", "(0.00)", "£-0"])("%j is nothing, with no sign", (typed) => {
    for (const mayBeNegative of [true, false]) {
      const read = readMoney(typed, { what, mayBeNegative });
      expect(read.ok && Object.is(read.pence, 0)).toBe(true);
    }
  });

  test.each([
    ["abc", notAnAmount],
    ["NaN", notAnAmount],
    ["Infinity", notAnAmount],
    ["1e308", notAnAmount],
    ["0x10", notAnAmount],
    ["£", notAnAmount],
    ["-", notAnAmount],
    ["()", notAnAmount],
    ["(300", notAnAmount],
    ["300)", notAnAmount],
    ["£(300)", notAnAmount],
    ["300−400", notAnAmount],
    ["-(300)", notAnAmount],
    ["--300", notAnAmount],
    ["-£-300", notAnAmount],
    ["300-", notAnAmount],
    ["££300", notAnAmount],
    ["$300", notAnAmount],
    ["300p", notAnAmount],
    ["=1+1", notAnAmount],
    ["٣٠٠", notAnAmount],
    ["1,20", checkMarks],
    ["12,00.5", checkMarks],
    ["1.200,50", checkMarks],
    ["1,2000", checkMarks],
    [",200", checkMarks],
    ["1,,200", checkMarks],
    ["1.2.3", checkMarks],
    ["12.", checkMarks],
    [".", checkMarks],
    ["1.234", partsOfAPenny],
    ["1,200.505", partsOfAPenny],
    ["1,000,000,000.01", tooLarge],
    ["1000000000.01", tooLarge],
    ["99999999999999", tooLarge],
    ["99999999999999999999999999999999", tooLarge],
    ["1,000,000,000,000,000,000,000,000", tooLarge],
  ])("%j is refused: %s", (typed, problem) => {
    expect(readMoney(typed, { what })).toEqual({ ok: false, problem });
    expect(readMoney(typed, { what, mayBeNegative: true })).toEqual({ ok: false, problem });
  });

  test("too much is too much below nought, too", () => {
    expect(readMoney("-1,000,000,000.01", { what, mayBeNegative: true })).toEqual({ ok: false, problem: tooLarge });
  });

  test("nothing typed is refused where there must be something", () => {
    for (const typed of ["", "  "]) expect(readMoney(typed, { what, missing: "Enter the new amount" })).toEqual({ ok: false, problem: "Enter the new amount" });
    expect(readMoney("0", { what, missing: "Enter the new amount" })).toEqual({ ok: true, pence: 0 });
  });

  test("100,000 characters are refused like ten", () => {
    for (const typed of ["1".repeat(100_000), "1,".repeat(50_000), "1,000".repeat(20_000), "(".repeat(100_000), `${"1,000".repeat(20_000)}x`]) expect(readMoney(typed, { what }).ok).toBe(false);
  });
});

describe("an amount as it is shown", () => {
  test.each([
    [0, "£0", "£0", "0.00", "0"],
    [-0, "£0", "£0", "0.00", "0"],
    [1, "£0.01", "+£0.01", "0.01", "0.01"],
    [50, "£0.50", "+£0.50", "0.50", "0.50"],
    [100, "£1", "+£1", "1.00", "1"],
    [99_999, "£999.99", "+£999.99", "999.99", "999.99"],
    [100_000, "£1,000", "+£1,000", "1000.00", "1,000"],
    [120_050, "£1,200.50", "+£1,200.50", "1200.50", "1,200.50"],
    [largestAmount, "£1,000,000,000", "+£1,000,000,000", "1000000000.00", "1,000,000,000"],
    [-1, "−£0.01", "−£0.01", "-0.01", "-0.01"],
    [-30_000, "−£300", "−£300", "-300.00", "-300"],
    [-120_050, "−£1,200.50", "−£1,200.50", "-1200.50", "-1,200.50"],
  ])("%j pence: %s, as a change %s, in a file %s, in a field %s", (pence, shown, change, written, typed) => {
    expect([showMoney(pence), showChange(pence), writeMoney(pence), typedMoney(pence)]).toEqual([shown, change, written, typed]);
  });

  test("nothing provided leaves a field empty", () => {
    expect(typedMoney(null)).toBe("");
  });

  test("is read back to the penny, whatever wrote it", () => {
    fc.assert(
      fc.property(fc.integer({ min: -largestAmount, max: largestAmount }), (pence) => {
        for (const text of [typedMoney(pence), writeMoney(pence), showMoney(pence)]) expect(readMoney(text, { what, mayBeNegative: true })).toEqual({ ok: true, pence });
      }),
      { numRuns: 2_000 },
    );
  });

  test("any text at all is an amount or a problem in words", () => {
    fc.assert(
      fc.property(fc.oneof(fc.string({ unit: "binary", maxLength: 30 }), fc.stringMatching(/^[-(£]{0,2}[\d.,]{0,16}\)?$/)), (typed) => {
        const read = readMoney(typed, { what, mayBeNegative: true });
        if (!read.ok) expect(read.problem).toMatch(/^The amount /);
        else if (read.pence !== null) expect(Number.isSafeInteger(read.pence) && Math.abs(read.pence) <= largestAmount).toBe(true);
      }),
      { numRuns: 2_000 },
    );
  });
});
