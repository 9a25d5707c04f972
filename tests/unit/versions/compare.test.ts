import { describe, expect, test } from "vitest";

import { compareContents } from "#app/domain/documents/compare.server.ts";
import { changedSections, describeChange, type DiffPart } from "#app/domain/documents/comparison.ts";
import type { SignedContent, SignedSection } from "#app/domain/documents/text/content.ts";
import { sampleContent } from "#tests/unit/documents/text/sample-content.ts";

const section = (id: string, markdown: string, title = id): SignedSection => ({ number: 0, id, title, markdown, items: [] });

function content(number: number, sections: SignedSection[], facts: Partial<SignedContent> = {}): SignedContent {
  return { ...sampleContent(), number, sections: sections.map((each, at) => ({ ...each, number: at + 1 })), coverage: [], ...facts };
}

const compare = (before: SignedSection[], after: SignedSection[]) => compareContents(content(1, before), content(2, after));
const marked = (parts: readonly DiffPart[]) => parts.map(({ change, text }) => (change === "same" ? text : change === "added" ? `{+${text}+}` : `{-${text}-}`)).join("");
const lines = (before: string, after: string) => compare([section("a", before)], [section("a", after)]).sections[0]?.lines.map((line) => `${line.kind}: ${marked(line.parts)}`) ?? [];
const later = (parts: readonly DiffPart[]) => parts.filter((part) => part.change !== "removed").map((part) => part.text).join("");
const earlier = (parts: readonly DiffPart[]) => parts.filter((part) => part.change !== "added").map((part) => part.text).join("");

describe("word by word", () => {
  test("an insertion and a deletion inside a paragraph", () => {
    expect(lines("We meet every month to plan.", "We meet twice every month and plan.")).toEqual(["paragraph: We meet {+twice +}every month {-to-}{+and+} plan."]);
  });

  test("several words replaced together are one change", () => {
    expect(lines("The board meets in the town hall at noon each week, as it has done.", "The board meets in a big room at noon each week, as it has done.")).toEqual([
      "paragraph: The board meets in {-the town hall-}{+a big room+} at noon each week, as it has done.",
    ]);
  });

  test("texts with little in common stand one after the other", () => {
    expect(lines("Schools report concerns by telephone.", "Elephants rarely forget anything whatsoever.")).toEqual(["paragraph: {-Schools report concerns by telephone.-}{+Elephants rarely forget anything whatsoever.+}"]);
  });

  test("a new item of a list, a changed cell, an unchanged heading", () => {
    const before = "## Who\n\n- Council\n- Police\n\n| Post | Name |\n| --- | --- |\n| Chair | Ash |";
    const after = "## Who\n\n- Council\n- Health\n- Police\n\n| Post | Name |\n| --- | --- |\n| Chair | Birch |";
    expect(lines(before, after)).toEqual(["heading: Who", "item: Council", "item: {+Health+}", "item: Police", "row: Post · Name", "row: Chair · {-Ash-}{+Birch+}"]);
  });

  test("both texts can be read back exactly, whatever changed", () => {
    const before = "One two three, four five. Six seven “eight” nine.";
    const after = "One three two, four and five! Six “eight” nine nine ten.";
    const parts = compare([section("a", before)], [section("a", after)]).sections[0]?.lines.flatMap((line) => line.parts) ?? [];
    expect([earlier(parts), later(parts)]).toEqual([before, after]);
  });

  test("two long texts with nothing in common are one deletion and one insertion", () => {
    const long = (seed: string) => Array.from({ length: 14_000 }, (_unused, at) => `${seed}${String(at)}`).join(" ");
    const [only] = compare([section("a", long("x"))], [section("a", long("y"))]).sections;
    expect(only?.lines.flatMap((line) => line.parts).map((part) => part.change)).toEqual(["removed", "added"]);
  });
});

describe("sections", () => {
  test("added, removed, moved, renamed and unchanged", () => {
    const comparison = compare(
      [section("a", "Alpha."), section("b", "Beta."), section("e", "Epsilon."), section("c", "Gamma."), section("d", "Delta.", "Old title")],
      [section("c", "Gamma."), section("a", "Alpha."), section("e", "Epsilon."), section("n", "New."), section("d", "Delta.", "New title")],
    );
    expect(comparison.sections.map(({ id, change }) => [id, change])).toEqual([["c", "moved"], ["a", "unchanged"], ["e", "unchanged"], ["n", "added"], ["d", "changed"], ["b", "removed"]]);
    expect(changedSections(comparison).map(describeChange)).toEqual(["Moved from section 4, same words", "New section", "1 word added, 1 word removed", "Section removed"]);
    expect(marked(comparison.sections[4]?.title ?? [])).toBe("{-Old-}{+New+} title");
  });

  test("one written anew under the same title is the same section", () => {
    const comparison = compare([section("a", "Alpha one.", "Chair"), section("b", "Beta.", "Board")], [section("x", "Alpha two.", "Chair"), section("y", "Gamma.", "Panel")]);
    expect(comparison.sections.map(({ id, change }) => [id, change])).toEqual([["x", "changed"], ["y", "added"], ["b", "removed"]]);
  });

  test("an insertion before them moves nobody", () => {
    const comparison = compare([section("a", "Alpha."), section("b", "Beta.")], [section("n", "New."), section("a", "Alpha."), section("b", "Beta.")]);
    expect(changedSections(comparison).map((each) => each.id)).toEqual(["n"]);
  });

  test("changed marking without changed words is said to be layout", () => {
    const comparison = compare([section("a", "Alpha beta.")], [section("a", "Alpha **beta**.")]);
    expect(comparison.sections.map(describeChange)).toEqual(["Layout changed, same words"]);
  });
});

test("dates, signatories and stated gaps that differ are listed, and no others", () => {
  const before = content(1, [section("a", "Alpha.")]);
  const [first, ...others] = before.seats;
  if (!first) throw new Error("seats");
  const after = content(2, [section("a", "Alpha.")], { title: "Another title", nextReviewOn: "2028-01-31", seats: [{ ...first, holder: "Rowan Ash", acting: true }, ...others] });
  const comparison = compareContents(before, after);
  expect(comparison.facts).toEqual([
    { fact: "Title", before: before.title, after: "Another title" },
    { fact: "Next review", before: expect.any(String), after: "31 January 2028" },
    { fact: `Signs for ${first.organisation}`, before: expect.stringContaining(first.office), after: `Rowan Ash, acting ${first.office}` },
  ]);
  expect(changedSections(comparison)).toEqual([]);
});
