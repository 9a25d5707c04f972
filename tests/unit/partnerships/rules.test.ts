import { describe, expect, test } from "vitest";

import { areaName, bodyName, isSlug, leadOffice, nameMatches, suggestName, suggestSlug } from "#app/domain/partnerships/rules.ts";

test.each([
  ["Northmoor Safeguarding Children Partnership", "northmoor"],
  ["Fenwick & Sorrel Children’s Safeguarding Partnership", "fenwick-and-sorrel"],
  ["Bath and North East Somerset Safeguarding Partnership", "bath-and-north-east-somerset"],
  ["The Local Safeguarding Children Board for Ryedale", "ryedale"],
  ["Safeguarding Children and Adults Partnership for Ryedale", "ryedale"],
  ["Safeguarding Children Partnership", "safeguarding-children-partnership"],
  ["Blåvik Safeguarding Partnership", "blavik"],
  ["New", ""],
  ["12", ""],
  ["安全", ""],
  [`${"Very Long Place Name ".repeat(6)}Partnership`, "very-long-place-name-very-long-place-name-very-long-place-na"],
])("the address suggested for %s is %s", (name, slug) => {
  expect(suggestSlug(name)).toBe(slug);
});

test.each([
  ["northmoor", true],
  ["two-councils", true],
  ["ab", false],
  ["new", false],
  ["formatting", false],
  ["Northmoor", false],
  ["-northmoor", false],
  ["north--moor", false],
  ["1northmoor", false],
  ["a".repeat(61), false],
])("%s may be an address: %s", (text, may) => {
  expect(isSlug(text)).toBe(may);
});

test.each([
  ["local-authority", "E06000001", "Chief Executive"],
  ["icb", "E54000050", "Chief Executive"],
  ["police", "E23000013", "Chief Constable"],
  ["police", "E23000001", "Commissioner"],
  ["police", "E23000034", "Commissioner"],
] as const)("the lead of %s %s is %s", (kind, code, office) => {
  expect(leadOffice(kind, code)).toBe(office);
});

test.each([
  ["police", "Cleveland", "Cleveland Police"],
  ["police", "Metropolitan Police", "Metropolitan Police"],
  ["local-authority", "Bristol, City of", "Bristol Council"],
  ["local-authority", "Northmoor Council", "Northmoor Council"],
  ["icb", "NHS Dorset Integrated Care Board", "NHS Dorset Integrated Care Board"],
] as const)("%s %s is called %s", (kind, name, called) => {
  expect(bodyName(kind, name)).toBe(called);
});

describe("names of places", () => {
  test.each([
    ["Herefordshire, County of", "Herefordshire"],
    ["Kingston upon Hull, City of", "Kingston upon Hull"],
    ["Bournemouth, Christchurch and Poole", "Bournemouth, Christchurch and Poole"],
  ])("%s is called %s", (name, called) => {
    expect(areaName(name)).toBe(called);
  });

  test("a name to begin with names up to three areas", () => {
    expect(suggestName(["Bolton"])).toBe("Bolton Safeguarding Children Partnership");
    expect(suggestName(["Bolton", "Bury", "Wigan"])).toBe("Bolton, Bury and Wigan Safeguarding Children Partnership");
    expect(suggestName([])).toBe("");
    expect(suggestName(["A", "B", "C", "D"])).toBe("");
  });

  test.each([
    ["North East Lincolnshire", "lincoln north", true],
    ["St. Helens", "st. hel", true],
    ["Côte", "COTE", true],
    ["Bolton", "", true],
    ["Bolton", "bury", false],
  ])("%s is found by “%s”: %s", (name, query, found) => {
    expect(nameMatches(name, query)).toBe(found);
  });
});
