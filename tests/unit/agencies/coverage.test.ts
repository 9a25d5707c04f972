import { describe, expect, test } from "vitest";

import { coverageFinding, coverageSentence, notMeasuredSentence, shareNamed, toCoverage } from "#app/domain/agencies/coverage/coverage.ts";
import { showDate } from "#app/domain/shared/dates.ts";

const counted = [
  { phase: "Primary", kind: "Community school", open: 30, named: 29, proposed: 1, missing: 0 },
  { phase: "Primary", kind: "Academy converter", open: 10, named: 10, proposed: 0, missing: 0 },
  { phase: "Secondary", kind: "Academy converter", open: 4, named: 1, proposed: 0, missing: 3 },
];
const coverage = toCoverage("gias", "2026-09-01", counted);

describe("coverage", () => {
  test("is summed by phase and by type, the largest first", () => {
    expect(coverage).toEqual({
      source: "gias",
      extractDate: "2026-09-01",
      total: { open: 44, named: 40, proposed: 1, missing: 3 },
      byPhase: [{ label: "Primary", open: 40, named: 39, proposed: 1, missing: 0 }, { label: "Secondary", open: 4, named: 1, proposed: 0, missing: 3 }],
      byKind: [{ label: "Community school", open: 30, named: 29, proposed: 1, missing: 0 }, { label: "Academy converter", open: 14, named: 11, proposed: 0, missing: 3 }],
    });
  });

  test.each([
    [{ open: 0, named: 0 }, null],
    [{ open: 1000, named: 999 }, 99],
    [{ open: 3, named: 3 }, 100],
    [{ open: 3, named: 0 }, 0],
  ])("%j is a share of %s, never all where anything lacks", (count, share) => {
    expect(shareNamed({ proposed: 0, missing: 0, ...count })).toBe(share);
  });

  test.each([
    [coverage, "40 of the 44 schools and colleges that were open on 1 September 2026 are named (90%)."],
    [toCoverage("early-years", null, [{ phase: null, kind: null, open: 2, named: 1, proposed: 0, missing: 1 }]), "1 of the 2 early years settings that are open is named (50%)."],
    [toCoverage("early-years", null, []), "The list of early years settings has none that are open in the area."],
  ])("%# is said in a sentence", (each, sentence) => {
    expect(coverageSentence(each, showDate)).toBe(sentence);
  });

  test("says what was not measured", () => {
    expect(notMeasuredSentence({ gias: coverage, "early-years": null })).toBe("Early years settings: not measured, because no list of them was compared.");
    expect(notMeasuredSentence({ gias: null, "early-years": null })).toBe("Schools and colleges and Early years settings: not measured, because no list of either was compared.");
    expect(notMeasuredSentence({ gias: coverage, "early-years": coverage })).toBeNull();
  });

  test.each([
    [counted, "By phase, the smallest share named is of “Secondary”: 1 of 4"],
    [counted.map((each) => ({ ...each, named: each.open })), "All schools and colleges in the area are named"],
    [counted.map((each) => ({ ...each, named: 0 })), "None of the schools and colleges in the area are named yet"],
    [counted.slice(0, 1), "96% of schools and colleges are named"],
    [[], "There are no schools and colleges to compare"],
  ])("%# has a chart that states what it shows", (groups, finding) => {
    expect(coverageFinding(toCoverage("gias", null, groups))).toBe(finding);
  });
});
