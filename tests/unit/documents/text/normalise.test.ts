import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { normaliseText } from "#app/domain/documents/text/normalise.server.ts";

const normalised = (input: string) => {
  const result = normaliseText(input);
  return result.ok ? result.text : `refused: ${result.problem}`;
};

describe("normaliseText", () => {
  it.each([
    ["composes accents", "Sia\u0302n", "Siân"],
    ["unifies line ends", "a\r\nb\rc\u2028d\u0085e", "a\nb\nc\nd\ne"],
    ["trims line ends and the whole", "\n\na  \nb\t\n\n", "a\nb"],
    ["keeps blank lines inside", "a\n\n\nb", "a\n\n\nb"],
    ["turns tabs into spaces", "a\tb", "a    b"],
    ["removes invisible filler", "\ufeff943\u200b476\u00ad59\u206019", "9434765919"],
    ["keeps Welsh, dashes and quotes", "Ŵyr – “da”…", "Ŵyr – “da”…"],
  ])("%s", (_name, input, expected) => {
    expect(normalised(input)).toBe(expected);
  });

  it.each([
    ["NUL", "a\u0000b", "U+0000"],
    ["another control character", "a\u0007b", "U+0007"],
    ["a C1 control character", "a\u0090b", "U+0090"],
    ["a form feed", "a\fb", "U+000C"],
    ["half a character", "a\ud800b", "half of a character"],
    ["the other half", "a\udc00", "half of a character"],
    ["a direction override", "a\u202eb", "U+202E"],
    ["a direction isolate", "a\u2066b", "U+2066"],
    ["a direction mark", "a\u200fb", "U+200F"],
    ["a noncharacter", "a\uffffb", "U+FFFF"],
    ["an astral noncharacter", "a\u{1fffe}b", "U+1FFFE"],
    ["an unassigned code", "a\u0378b", "U+0378"],
    ["a word processor's private bullet", "a\uf0b7b", "U+F0B7"],
    ["a hidden tag", "a\u{e0041}b", "U+E0041"],
  ])("refuses %s", (_name, input, words) => {
    expect(normalised(input)).toMatch(/^refused: /);
    expect(normalised(input)).toContain(words);
  });

  it("names the line of what it refuses", () => {
    expect(normalised("one\r\ntwo\r\nthr\u0000ee")).toContain("Line 3");
  });

  it("limits the length, and says the limit", () => {
    expect(normaliseText("a".repeat(100_000))).toMatchObject({ ok: true });
    expect(normaliseText("a".repeat(100_001))).toEqual({ ok: false, problem: "The text is too long. It can have at most 100,000 characters." });
    expect(normaliseText("a".repeat(11), { maxLength: 10 })).toMatchObject({ ok: false });
    expect(normaliseText("\r\n".repeat(10), { maxLength: 10 })).toEqual({ ok: true, text: "" });
  });

  it("keeps a title on one line", () => {
    expect(normaliseText("  Our arrangements\n", { singleLine: true })).toEqual({ ok: true, text: "Our arrangements" });
    expect(normaliseText("Our\narrangements", { singleLine: true })).toEqual({ ok: false, problem: "Write this on one line." });
    expect(normaliseText("a".repeat(301), { singleLine: true })).toMatchObject({ ok: false });
  });

  it("changes nothing the second time, and what it accepts is NFC with line feeds only", () => {
    fc.assert(
      fc.property(fc.string({ unit: "binary", maxLength: 200 }), (input) => {
        const once = normaliseText(input);
        if (!once.ok) return;
        expect(normaliseText(once.text)).toEqual(once);
        expect(once.text).toBe(once.text.normalize("NFC"));
        expect(once.text).not.toMatch(/[\r\t\u2028]|[ ]\n|[ \n]$/);
      }),
      { numRuns: 500 },
    );
  });
});
