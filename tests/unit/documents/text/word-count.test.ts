import { describe, expect, it } from "vitest";
import { breakable } from "#app/domain/documents/text/breakable.ts";
import { longDate } from "#app/domain/shared/long-date.ts";
import { countWords } from "#app/domain/documents/text/word-count.ts";

describe("countWords", () => {
  it.each([
    ["", 0],
    ["## Who we are", 3],
    ["The council's **day-to-day** work, in 2023/24.", 6],
    ["[See the plan](https://northmoor.example/a-b-c) now", 4],
    ["{{lead-partners}}", 0],
    ["| A | B |\n| --- | --- |\n| one | two three |", 5],
    ["- one\n- two\n\n---\n\n1. three", 4],
    ["£1,200.50 and 10%", 3],
    ["Siân Ŵyn-O’Neill", 2],
    ["1\\. Ada", 2],
  ])("%s", (text, expected) => {
    expect(countWords(text)).toBe(expected);
  });
});

describe("longDate", () => {
  it.each([["2026-09-30", "30 September 2026"], ["2027-01-02", "2 January 2027"], ["soon", "soon"], ["2026-13-01", "2026-13-01"]])("%s", (iso, expected) => {
    expect(longDate(iso)).toBe(expected);
  });
});

describe("breakable", () => {
  it.each([
    ["leaves sentences alone", "Safeguarding responsibilities are shared.", 1],
    ["leaves ordinary words in narrow columns to hyphenation", "Responsibilities, understanding", 5],
    ["leaves short addresses", "a@b.example", 2],
  ])("%s", (_name, text, columns) => {
    expect(breakable(text, columns)).toBe(text);
  });

  it("opens long addresses and endless words, changing no visible letter", () => {
    const text = `https://northmoor.example/${"path/".repeat(20)}end ${"x".repeat(200)} ${"e\u0301".repeat(60)}`;
    const opened = breakable(text);
    expect(opened.replaceAll("\u200b", "")).toBe(text);
    expect(Math.max(...opened.split(/[\s\u200b]/).map((piece) => [...piece].length))).toBeLessThanOrEqual(32);
    expect(opened).not.toMatch(/\u200b\u0301/);
    expect(breakable("firstname.lastname@northmoor.example", 4)).toContain("\u200b");
  });
});
