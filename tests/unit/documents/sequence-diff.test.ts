import fc from "fast-check";
import { describe, expect, test } from "vitest";

import { diffSequences, type Hunk } from "#app/domain/documents/sequence-diff.ts";

const letters = (text: string) => [...text];

/** Walks the hunks through both sequences, checks that what is said to be shared is, and answers the number of edits. */
function walk(before: readonly string[], after: readonly string[], hunks: readonly Hunk[]): number {
  let [from, to, edits] = [0, 0, 0];
  for (const hunk of hunks) {
    if ("same" in hunk) {
      expect(before.slice(from, from + hunk.same)).toEqual(after.slice(to, to + hunk.same));
      from += hunk.same;
      to += hunk.same;
    } else {
      from += hunk.removed;
      to += hunk.added;
      edits += hunk.removed + hunk.added;
    }
  }
  expect([from, to]).toEqual([before.length, after.length]);
  return edits;
}

/** The fewest edits, by the textbook table of longest common subsequences. */
function fewestEdits(a: readonly string[], b: readonly string[]): number {
  let row = new Array<number>(b.length + 1).fill(0);
  for (const left of a) {
    const next = [0];
    for (const [at, right] of b.entries()) next.push(left === right ? (row[at] ?? 0) + 1 : Math.max(row[at + 1] ?? 0, next[at] ?? 0));
    row = next;
  }
  return a.length + b.length - 2 * (row.at(-1) ?? 0);
}

describe("the difference of two sequences", () => {
  test.each([
    ["", "", []],
    ["abc", "abc", [{ same: 3 }]],
    ["abc", "", [{ removed: 3, added: 0 }]],
    ["", "abc", [{ removed: 0, added: 3 }]],
    ["abd", "abcd", [{ same: 2 }, { removed: 0, added: 1 }, { same: 1 }]],
    ["axc", "ayc", [{ same: 1 }, { removed: 1, added: 1 }, { same: 1 }]],
    ["abcxdef", "abcdefy", [{ same: 3 }, { removed: 1, added: 0 }, { same: 3 }, { removed: 0, added: 1 }]],
  ])("from %j to %j", (before, after, expected) => {
    expect(diffSequences(letters(before), letters(after), 100)).toEqual(expected);
  });

  test("is true to both and as short as can be, whatever they hold", () => {
    const sequence = fc.array(fc.constantFrom("a", "b", "c", "d"), { maxLength: 40 });
    fc.assert(
      fc.property(sequence, sequence, (before, after) => {
        const hunks = diffSequences(before, after, 80);
        expect(hunks).not.toBeNull();
        expect(walk(before, after, hunks ?? [])).toBe(fewestEdits(before, after));
      }),
      { numRuns: 500 },
    );
  });

  test("is not looked for beyond the number of edits allowed", () => {
    expect(diffSequences(letters("aaaa"), letters("bbbb"), 8)).not.toBeNull();
    expect(diffSequences(letters("aaaa"), letters("bbbb"), 7)).toBeNull();
  });
});
