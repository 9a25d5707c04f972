import { describe, expect, it } from "vitest";
import { findIdentifiers } from "#app/domain/documents/identifiers/find-identifiers.ts";
import { findInContent } from "#app/domain/documents/identifiers/find-in-content.ts";
import { sampleContent } from "../text/sample-content.ts";

const kinds = (text: string) => findIdentifiers(text).map((found) => found.kind);

describe("identifiers of one person", () => {
  it.each([
    ["plain", "Her number is 9434765919.", ["nhs-number"]],
    ["in groups", "943 476 5919", ["nhs-number"]],
    ["with hyphens", "943-476-5919", ["nhs-number"]],
    ["with no-break spaces and a long dash", "943\u00a0476–5919", ["nhs-number"]],
    ["across a line end", "the number 943 476\n5919 was given", ["nhs-number"]],
    ["with part in bold", "943 476 **5919**", ["nhs-number"]],
    ["in full-width digits", "９４３ ４７６ ５９１９", ["nhs-number"]],
    ["grouped otherwise", "94347 65919", ["nhs-number"]],
    ["touching its label", "NHS9434765919", ["nhs-number"]],
    ["in a table cell", "| Child A |9434765919|", ["nhs-number"]],
    ["in a list with commas", "9434765919,9434765870", ["nhs-number", "nhs-number"]],
    ["in an address", "https://northmoor.example/p?id=9434765919", ["nhs-number"]],
    ["after a year", "in 2023 943 476 5919", ["nhs-number"]],
    ["learner number", "ULN 9276308686", ["unique-learner-number"]],
    ["pupil number", "UPN: B801200005001", ["unique-pupil-number"]],
    ["pupil number in small letters, in groups", "b801 2000 05001", ["unique-pupil-number"]],
    ["temporary pupil number", "C80120000500A", []],
    ["National Insurance number", "AB123456C", ["national-insurance-number"]],
    ["in pairs", "AB 12 34 56 C", ["national-insurance-number"]],
    ["in pairs, small letters", "ab 12 34 56 c", ["national-insurance-number"]],
    ["police identity", "PNC 2012/0052712C", ["police-identity"]],
    ["police identity without slash", "12 0052712C", ["police-identity"]],
  ])("%s", (_name, text, expected) => {
    expect(kinds(text)).toEqual(expected);
  });

  it.each([
    ["a book", "ISBN 0-306-40615-2 and ISBN-10: 0306406152"],
    ["a wrong check digit", "943 476 5917"],
    ["part of a longer number", "19434765919 and 94347659190"],
    ["a decimal", "0.9434765919"],
    ["money", "£9434765919 or £4,010,232,137.50"],
    ["a hash", "sha256 9434765919abcdef9434765919abcdef9434765919abcdef9434765919abcdef"],
    ["a record's id", "8a6e0804-2bd0-4672-b79d-943476591900"],
    ["years in a row", "2018 2019 20, 2022-2023-24"],
    ["a statutory instrument", "SI 2018/789 as amended by SI 2020/1234567"],
    ["area codes", "E06000001 and E08000016"],
    ["small words around a sum", "paid by 100000 a year"],
    ["an international number", "+353 943 476 5919"],
  ])("leaves alone %s", (_name, text) => {
    expect(findIdentifiers(text).filter((found) => found.certain)).toEqual([]);
  });
});

describe("possible identifiers", () => {
  it.each(["SW1A 1AA", "M1 1AE", "EC1A1BB", "B33 8TH", "CR2 6XH", "DN55 1PT", "dn55 1pt", "GIR 0AA"])("postcode %s", (text) => {
    expect(kinds(`lives at ${text} now`)).toEqual(["postcode"]);
  });
  it.each(["AA1 1CV", "the A1 2pm", "section s11 1st"])("no postcode in %s", (text) => {
    expect(kinds(text)).toEqual([]);
  });
  it.each(["020 7946 0958", "07700 900123", "+44 7700 900123", "(01632) 960 001", "0044 20 7946 0958", "01632 960001"])("phone %s", (text) => {
    expect(kinds(`Call ${text}.`)).toEqual(["phone"]);
  });
  it.each(["2023/24", "1234567890", "0.7946 0958123", "0808 800 5000", "0300 123 4567", "01/02/2024"])("no phone in %s", (text) => {
    expect(kinds(text)).toEqual([]);
  });
  it.each(["DOB: 03/04/2015", "born on 3rd April 2015", "date of birth 2015-04-03", "d.o.b. 3.4.15", "born April 3, 2015"])("date of birth %s", (text) => {
    expect(kinds(text)).toEqual(["date-of-birth"]);
  });
  it.each(["published 3 April 2026", "the report was born of necessity", "reborn 3 April 2026"])("no date of birth in %s", (text) => {
    expect(kinds(text)).toEqual([]);
  });
  it.each(["a child aged 7 was seen", "age 15", "aged 7 years", "a 9-year-old in the area", "his 3 year old sister"])("exact age in %s", (text) => {
    expect(kinds(text)).toEqual(["exact-age"]);
  });
  it.each([
    "children aged 10 and over", "young people aged 16 to 25", "aged 0-19", "aged 16 or 17", "until age 18", "aged 18+",
    "children aged 5", "aged 5 years and under", "aged 0–5",
  ])("no exact age in %s", (text) => {
    expect(kinds(text)).toEqual([]);
  });
  it("finds e-mail addresses and family court numbers", () => {
    expect(kinds("Write to a.fernhill@northmoor.example about ZZ23C50123.")).toEqual(["email", "family-court-number"]);
  });
});

describe("what is shown and kept of a finding", () => {
  it.each([
    ["943 476 5919", "•••\u00a0•••\u00a0•919"],
    ["AB123456C", "••••••56C"],
    ["SW1A 1AA", "S•••\u00a0•••"],
    ["ada.fernhill@northmoor.example", "a••.••••••••@northmoor.example"],
    ["DOB: 03/04/2015", "DOB:\u00a0••/••/••••"],
  ])("masks %s", (text, excerpt) => {
    expect(findIdentifiers(text)[0]?.excerpt).toBe(excerpt);
  });

  it("says the line and the place", () => {
    const [found] = findIdentifiers("First line.\n\nNumber 9434765919.");
    expect(found).toMatchObject({ line: 3, index: 20, certain: true, label: "National Health Service (NHS) number" });
  });

  it("recognises the same value however it is spaced, and tells kinds and values apart", () => {
    const print = (text: string) => findIdentifiers(text)[0]?.fingerprint;
    expect(print("943 476 5919")).toBe(print("so: 9434765919"));
    expect(print("9434765919")).not.toBe(print("9434765870"));
    expect(print("9434765919")).toMatch(/^nhs-number:[0-9a-f]{4}$/);
  });
});

it("looks through everything in a version that people wrote", () => {
  const content = sampleContent(300, { changeNote: "For 943 476 5919." });
  const [section] = content.sections;
  const [seat] = content.seats;
  const gap = content.coverage.find((item) => item.notCovered !== null);
  if (!section || !seat || !gap) throw new Error("The sample has changed");
  section.markdown += "\n\nAB123456C";
  seat.holder = "Ada B801200005001";
  gap.notCovered = "see 2012/0052712C";
  expect(findInContent(content).map(({ kind, place }) => ({ kind, place }))).toEqual([
    { kind: "nhs-number", place: { kind: "details" } },
    { kind: "unique-pupil-number", place: { kind: "people" } },
    { kind: "national-insurance-number", place: { kind: "section", sectionId: section.id } },
    { kind: "police-identity", place: { kind: "item", itemId: gap.itemId } },
  ]);
});
