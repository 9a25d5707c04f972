import { describe, expect, test } from "vitest";

import { compareLine, compareTexts } from "#app/domain/documents/compare-texts.server.ts";
import { detailsStamp } from "#app/domain/documents/details-stamp.server.ts";
import { editedLine, readinessCount, sectionState, standingLine } from "#app/domain/documents/draft-status.ts";
import type { VersionStanding } from "#app/domain/documents/drafting-view.ts";
import { moved } from "#app/domain/documents/rules.ts";

describe("moving one place", () => {
  const order = ["a", "b", "c"];
  test.each([
    [0, "down", ["b", "a", "c"]],
    [1, "up", ["b", "a", "c"]],
    [1, "down", ["a", "c", "b"]],
    [2, "up", ["a", "c", "b"]],
    [0, "up", null],
    [2, "down", null],
    [-1, "down", null],
    [3, "up", null],
  ] as const)("%i %s", (at, direction, expected) => {
    expect(moved(order, at, direction)).toEqual(expected);
    expect(order).toEqual(["a", "b", "c"]);
  });
});

describe("where a draft stands, in words", () => {
  test.each([
    ["2026-06-03T08:00:00Z", "Lena Roe", "2026-06-03", "edited today by Lena Roe"],
    ["2026-06-02T23:30:00Z", "Lena Roe", "2026-06-03", "edited today by Lena Roe"],
    ["2026-06-02T22:30:00Z", null, "2026-06-03", "edited on 2 June 2026"],
  ])("%s", (at, by, today, expected) => {
    expect(editedLine(new Date(at), by, today)).toBe(expected);
  });

  const version: VersionStanding = { number: 3, status: "awaiting", publishedAt: null, approvedAt: null, closedAt: null, required: 4, missing: ["Police"] };
  test.each<[Partial<VersionStanding>, string]>([
    [{}, "awaiting 1 of 4 signatures: Police"],
    [{ missing: ["ICB", "Police"] }, "awaiting 2 of 4 signatures: ICB, Police"],
    [{ status: "approved", approvedAt: new Date("2026-06-03T08:00:00Z") }, "approved on 3 June 2026, not yet published"],
    [{ status: "published", publishedAt: new Date("2026-06-03T08:00:00Z") }, "published on 3 June 2026"],
    [{ status: "declined", closedAt: new Date("2026-06-03T08:00:00Z") }, "declined on 3 June 2026"],
    [{ status: "withdrawn", closedAt: null }, "withdrawn"],
    [{ status: "scheduled" }, "scheduled for publication"],
  ])("%o", (change, expected) => {
    expect(standingLine({ ...version, ...change })).toBe(expected);
  });

  test.each([
    [{ empty: true, problems: 0 }, "Empty"],
    [{ empty: false, problems: 0 }, "Written"],
    [{ empty: false, problems: 1 }, "1 thing to put right"],
    [{ empty: false, problems: 2 }, "2 things to put right"],
  ])("section %o", (section, expected) => {
    expect(sectionState(section).text).toBe(expected);
  });

  test.each([
    [0, 0, "No errors, no warnings"],
    [1, 2, "1 error, 2 warnings"],
    [12, 1, "12 errors, 1 warning"],
  ])("%i errors, %i warnings", (errors, warnings, expected) => {
    expect(readinessCount({ errors: Array(errors).fill(null), warnings: Array(warnings).fill(null) })).toBe(expected);
  });
});

describe("two texts of a section", () => {
  test("the same text has no differences", () => {
    expect(compareTexts("One.\n\nTwo.", "One.\n\nTwo.")).toEqual([]);
  });

  test("differs word by word, in the line where it differs", () => {
    expect(compareTexts("Same.\nThe three leads.\nEnd.", "Same.\nThe four leads.\nEnd.\nMore.")).toEqual([
      { same: ["Same."] },
      { parts: [{ change: "same", text: "The " }, { change: "removed", text: "three" }, { change: "added", text: "four" }, { change: "same", text: " leads." }] },
      { same: ["End."] },
      { parts: [{ change: "added", text: "More." }] },
    ]);
  });

  test("holds every word of both, whatever they are", () => {
    const before = "a b\n\nc d e\nf";
    const after = "b a\nc e\n\n\ng\nf h";
    const words = (side: "removed" | "added") =>
      compareTexts(before, after).flatMap((line) => ("same" in line ? [line.same.join("\n")] : [line.parts.filter((part) => part.change === "same" || part.change === side).map((part) => part.text).join("")]));
    expect(words("removed").join(" ").match(/\w/g)?.join("")).toBe(before.match(/\w/g)?.join(""));
    expect(words("added").join(" ").match(/\w/g)?.join("")).toBe(after.match(/\w/g)?.join(""));
  });

  test("of a hundred thousand characters with nothing in common are shown whole", () => {
    const long = (word: string) => Array.from({ length: 2_500 }, (_, at) => `${word} ${String(at)} ${word}${String(at)}`).join("\n");
    expect(compareTexts(long("one"), long("two"))).toEqual([{ parts: [{ change: "removed", text: long("one") }] }, { parts: [{ change: "added", text: long("two") }] }]);
  });

  test("a line that only one has is whole", () => {
    expect(compareLine("", "new words")).toEqual([{ change: "added", text: "new words" }]);
    expect(compareLine("old words", "")).toEqual([{ change: "removed", text: "old words" }]);
    expect(compareLine("", "")).toEqual([]);
  });
});

describe("the stamp of details", () => {
  const details = { title: "Title", inForceFrom: "2026-09-01", nextReviewOn: null, changeNote: null };
  test.each([{ title: "Other" }, { inForceFrom: null }, { nextReviewOn: "2026-09-01" }, { changeNote: "New." }])("changes with %o", (change) => {
    expect(detailsStamp({ ...details, ...change })).not.toBe(detailsStamp(details));
    expect(detailsStamp({ ...details })).toBe(detailsStamp(details));
  });
});
