import fc from "fast-check";
import { describe, expect, test } from "vitest";

import { allocate } from "#app/domain/funding/allocation.ts";
import { largestAmount } from "#app/domain/shared/money.ts";

const whole = fc.integer({ min: 0, max: largestAmount });
const weights = fc.array(fc.integer({ min: 0, max: largestAmount }), { minLength: 1, maxLength: 160 }).filter((all) => all.some((weight) => weight > 0));
const total = (parts: readonly number[]) => parts.reduce((sum, part) => sum + part, 0);

describe("dividing a whole to the penny", () => {
  test.each([
    { whole: 100, weights: [1, 1, 1], parts: [34, 33, 33] },
    { whole: 5, weights: [0, 1], parts: [0, 5] },
    { whole: 1, weights: [5000, 5000], parts: [1, 0] },
    { whole: 10, weights: [1, 2, 4], parts: [1, 3, 6] },
    { whole: -100, weights: [1, 1, 1], parts: [-34, -33, -33] },
    { whole: 0, weights: [3, 4], parts: [0, 0] },
  ])("$whole by $weights is $parts", ({ whole: given, weights: by, parts }) => {
    expect(allocate(given, by)).toEqual(parts);
  });

  test("sums to the whole for any weights and any amount up to £1 billion", () => {
    fc.assert(fc.property(whole, weights, (given, by) => {
      const parts = allocate(given, by);
      expect(total(parts)).toBe(given);
      expect(parts.every((part) => Number.isSafeInteger(part) && part >= 0)).toBe(true);
    }), { numRuns: 500 });
  });

  test("gives whoever weighs more no less", () => {
    fc.assert(fc.property(whole, weights, (given, by) => {
      const parts = allocate(given, by);
      const lightestFirst = by.map((weight, at) => ({ weight, part: parts[at] ?? 0 })).sort((a, b) => a.weight - b.weight || a.part - b.part);
      lightestFirst.slice(1).forEach((heavier, at) => expect(heavier.part).toBeGreaterThanOrEqual(lightestFirst[at]?.part ?? 0));
    }), { numRuns: 500 });
  });

  test("gives those who weigh the same the same, but for a penny", () => {
    const repeated = fc.array(fc.integer({ min: 1, max: 5 }), { minLength: 1, maxLength: 160 });
    fc.assert(fc.property(whole, repeated, (given, by) => {
      const parts = allocate(given, by);
      for (const weight of new Set(by)) {
        const same = parts.filter((_part, at) => by[at] === weight);
        expect(Math.max(...same) - Math.min(...same)).toBeLessThanOrEqual(1);
      }
    }), { numRuns: 500 });
  });

  test("is off by less than a penny from the exact share", () => {
    fc.assert(fc.property(whole, weights, (given, by) => {
      const sum = by.reduce((all, weight) => all + BigInt(weight), 0n);
      for (const [at, part] of allocate(given, by).entries()) {
        const off = BigInt(part) * sum - BigInt(given) * BigInt(by[at] ?? 0);
        expect(off < sum && off > -sum).toBe(true);
      }
    }));
  });

  test("needs weights: some, none below nought, whole numbers", () => {
    for (const by of [[], [0, 0], [1, -1], [0.5, 1]]) expect(() => allocate(100, by), String(by)).toThrow(RangeError);
  });
});
