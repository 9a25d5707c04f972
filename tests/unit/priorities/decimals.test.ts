import { expect, test } from "vitest";

import { addDecimals, compareDecimals, readDecimal, showDecimal, subtractDecimals, timesLarger } from "#app/domain/priorities/decimals.ts";

test.each([
  ["45", "45"],
  [" 45.50 ", "45.50"],
  ["1,204", "1204"],
  ["12,345,678.9", "12345678.9"],
  ["−3", "-3"],
  ["-0.0", "0.0"],
  ["007", "7"],
  ["0.000001", "0.000001"],
  ["", null],
  ["45 %", null],
  ["1,2", null],
  ["1.2345678", null],
  ["1e5", null],
  ["1234567890123", null],
  ["four", null],
])("%s is read as %s", (typed, value) => {
  expect(readDecimal(typed)).toBe(value);
});

test("sums, differences and comparisons are exact", () => {
  expect(addDecimals("0.1", "0.2")).toBe("0.3");
  expect(subtractDecimals("100", "99.999999")).toBe("0.000001");
  expect(subtractDecimals("1", "2.5")).toBe("-1.5");
  expect([compareDecimals("0.30", "0.3"), compareDecimals("-1", "0.5"), compareDecimals("999999999999.9", "999999999999")]).toEqual([0, -1, 1]);
});

test("how many times one is of the other", () => {
  expect(timesLarger("45", "0.45")).toEqual({ times: 100, larger: true });
  expect(timesLarger("-0.45", "45")).toEqual({ times: 100, larger: false });
  expect([timesLarger("0", "5"), timesLarger("5", "0.0")]).toEqual([null, null]);
});

test("a figure is shown with its thousands and its places", () => {
  expect(["1204567.50", "-3", "12", "0.45"].map(showDecimal)).toEqual(["1,204,567.50", "−3", "12", "0.45"]);
});
