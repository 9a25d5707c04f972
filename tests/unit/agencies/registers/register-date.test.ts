import { expect, test } from "vitest";

import { plainAreaName } from "#app/domain/agencies/registers/area-finder.ts";
import { dateInName, readRegisterDate } from "#app/domain/agencies/registers/register-date.ts";

test.each<[string, string | null]>([
  ["01-09-2010", "2010-09-01"],
  ["1/9/2010", "2010-09-01"],
  ["2010-09-01", "2010-09-01"],
  ["2010-09-01T00:00:00", "2010-09-01"],
  ["2010-09-01 00:00:00.000", "2010-09-01"],
  ["29-02-2024", "2024-02-29"],
  ["29-02-2023", null],
  ["31-04-2023", null],
  ["00-01-2023", null],
  ["01-13-2023", null],
  ["01-09-10", null],
  ["01-09-0010", null],
  ["2010-9-1", null],
  ["1 September 2010", null],
  ["", null],
])("%s is the day %s", (cell, date) => {
  expect(readRegisterDate(cell)).toBe(date);
});

test.each<[string, string | null]>([
  ["edubasealldata20260901.csv", "2026-09-01"],
  ["edubasealldata20260901 (1).csv", "2026-09-01"],
  ["schools-2026-09-01.csv", "2026-09-01"],
  ["edubasealldata20261301.csv", null],
  ["120260901.csv", null],
  ["schools.csv", null],
])("of a file named %s it is %s", (name, date) => {
  expect(dateInName(name)).toBe(date);
});

test.each<[string, string]>([
  ["Bristol, City of", "Bristol"],
  ["Kingston upon Hull, City of", "Kingston upon Hull"],
  ["County Durham", "Durham"],
  ["St. Helens", "St Helens Council"],
  ["Herefordshire, County of", "Herefordshire"],
  ["Southend-on-Sea", "Southend on Sea City Council"],
  ["Telford & Wrekin", "Telford and Wrekin"],
  ["London Borough of Merton", "Merton"],
])("%s and %s are one place", (one, other) => {
  expect(plainAreaName(one)).toBe(plainAreaName(other));
});

test.each<[string, string]>([
  ["York", "North Yorkshire"],
  ["Derby", "Derbyshire"],
  ["Bedford", "Central Bedfordshire"],
  ["Cumberland", "Cumbria"],
])("%s and %s are two", (one, other) => {
  expect(plainAreaName(one)).not.toBe(plainAreaName(other));
});
