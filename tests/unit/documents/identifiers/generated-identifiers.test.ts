import fc from "fast-check";
import { describe, expect, it } from "vitest";
import {
  isNationalInsuranceNumber,
  isNhsNumber,
  isPoliceIdentity,
  isUniqueLearnerNumber,
  isUniquePupilNumber,
} from "#app/domain/documents/identifiers/check-digits.ts";
import { findIdentifiers } from "#app/domain/documents/identifiers/find-identifiers.ts";

const digits = (count: number) => fc.array(fc.integer({ min: 0, max: 9 }), { minLength: count, maxLength: count }).map((all) => all.join(""));
const letters = (alphabet: string, count: number) =>
  fc.array(fc.constantFrom(...alphabet), { minLength: count, maxLength: count }).map((all) => all.join(""));
const ALPHABET = "ABCDEFGHIJKLMNOPQRSTUVWXYZ";

/** Completes a value with whichever last or first character makes it valid, if any does. */
const completed = (base: fc.Arbitrary<string>, endings: string, valid: (value: string) => boolean, first = false) =>
  base
    .map((value) => [...endings].map((ending) => (first ? ending + value : value + ending)).find(valid))
    .filter((value): value is string => value !== undefined);

const kinds = {
  "nhs-number": { values: completed(digits(9), "0123456789", isNhsNumber), groups: [3, 6] },
  "unique-learner-number": { values: completed(digits(9), "0123456789", isUniqueLearnerNumber), groups: [3, 6] },
  "unique-pupil-number": { values: completed(digits(12), ALPHABET, isUniquePupilNumber, true), groups: [1, 4, 8] },
  "national-insurance-number": {
    values: fc.tuple(letters(ALPHABET, 2), digits(6), letters("ABCD", 1)).map((parts) => parts.join("")).filter(isNationalInsuranceNumber),
    groups: [2, 4, 6, 8],
  },
  "police-identity": { values: completed(digits(9).map((value) => `20${value.slice(0, 2)}/${value.slice(2)}`), ALPHABET, isPoliceIdentity), groups: [12] },
};

const separators = fc.constantFrom("", " ", "-", "\n", "\u00a0", "\u2011", " - ");
const around = fc.constantFrom(
  ["", ""], ["Number ", "."], ["(", ")"], ["\n", "\n"], ["| ", " |"], ["**", "**"], ["on 3 April 2026, ", ", he"], ["no. ", "; £1,200.50"], ["“", "”"],
);

function group(value: string, places: number[], separator: string): string {
  return [...value].map((character, place) => (places.includes(place) ? separator + character : character)).join("");
}

describe("every valid identifier is found", () => {
  it.each(Object.entries(kinds))("%s", (kind, { values, groups }) => {
    fc.assert(
      fc.property(values, separators, around, (value, separator, [before = "", after = ""]) => {
        const found = findIdentifiers(before + group(value, groups, separator) + after).filter((each) => each.certain);
        expect(found.map((each) => each.kind)).toContain(kind);
        expect(found.every((each) => !each.excerpt.includes(value))).toBe(true);
      }),
      { numRuns: 400 },
    );
  });

  it("also in the middle of any text", () => {
    fc.assert(
      fc.property(fc.string({ maxLength: 60 }), kinds["nhs-number"].values, fc.string({ maxLength: 60 }), (before, value, after) => {
        const text = `${before}\n\nThe number is ${value}, we think.\n\n${after}`;
        expect(findIdentifiers(text).map((each) => each.kind)).toContain("nhs-number");
      }),
    );
  });
});

describe("text made to be slow", () => {
  const size = 100_000;
  it.each([
    ["digits", "1".repeat(size)],
    ["digits and spaces", "1 ".repeat(size / 2)],
    ["letters", "a".repeat(size)],
    ["capital letters and digits", "A1".repeat(size / 2)],
    ["at signs", "@".repeat(size)],
    ["almost addresses", "a@a.".repeat(size / 4)],
    ["almost phone numbers", "0 2 ".repeat(size / 4)],
    ["open brackets", "(01".repeat(size / 3)],
    ["spaces", " ".repeat(size)],
    ["line ends", "9\n\n\n\n".repeat(size / 5)],
    ["ages", "aged ".repeat(size / 5)],
    ["births", "born on ".repeat(size / 8)],
    ["hexadecimal", "af".repeat(size / 2)],
    ["dots", "d.o.b. . . . .".repeat(size / 14)],
  ])("%s", (_name, text) => {
    expect(findIdentifiers(text).length).toBeLessThan(size);
  });
});
