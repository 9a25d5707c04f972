import { describe, expect, test } from "vitest";

import { reviewForm } from "#app/domain/documents/review/forms.server.ts";
import { type ReviewFact, type ReviewOutcome, reviewProblems, reviewWarning, standingOf } from "#app/domain/documents/review/rules.ts";

const says = (id: string, reviewedBy: string, outcome: ReviewOutcome, revision = 7): ReviewFact => ({ id, reviewedBy, outcome, revision });

describe("how a draft at revision 7, changed last by Ann, stands", () => {
  test.each<[string, ReviewFact[], string, string | null]>([
    ["without a review", [], "none", null],
    ["reviewed before it was changed", [says("1", "Ben", "ready", 6)], "stale", null],
    ["found ready by somebody else", [says("1", "Ben", "ready")], "ready", "1"],
    ["found ready by Ann alone", [says("1", "Ann", "ready")], "own", null],
    ["found ready by both", [says("1", "Ann", "ready"), says("2", "Ben", "ready")], "ready", "2"],
    ["where one reviewer wants changes", [says("1", "Ben", "ready"), says("2", "Cai", "changes-wanted")], "changes-wanted", null],
    ["where that reviewer thought again", [says("1", "Cai", "changes-wanted"), says("2", "Cai", "ready")], "ready", "2"],
    ["where Ann wants changes herself", [says("1", "Ben", "ready"), says("2", "Ann", "changes-wanted")], "changes-wanted", null],
    ["where changes were wanted before it was changed", [says("1", "Cai", "changes-wanted", 6)], "stale", null],
    ["where they were, and it is found ready now", [says("1", "Cai", "changes-wanted", 6), says("2", "Ben", "ready")], "ready", "2"],
  ])("%s", (_name, reviews, state, reviewId) => {
    expect(standingOf(reviews, 7, "Ann")).toEqual({ state, reviewId });
  });

  test("anybody's review counts when nobody is known to have changed it", () => {
    expect(standingOf([says("1", "Ann", "ready")], 7, null)).toEqual({ state: "ready", reviewId: "1" });
  });
});

test("only a draft that is ready needs no reason", () => {
  expect(Object.entries(reviewProblems).filter(([, problem]) => problem === null)).toEqual([["ready", null]]);
  expect(reviewWarning([{ code: "vacant:1" }, { code: "review:stale" }])).toEqual({ code: "review:stale" });
  expect(reviewWarning([{ code: "vacant:1" }])).toBeNull();
});

describe("the form of a review", () => {
  const problems = (typed: Record<string, string>) => reviewForm.safeParse({ outcome: "ready", words: "", revision: "7", ...typed }).error?.issues.map((issue) => [issue.path.join("."), issue.message]) ?? [];

  test("takes a word or none when it is ready", () => {
    expect(reviewForm.parse({ outcome: "ready", words: "  ", revision: "7" })).toEqual({ outcome: "ready", words: null, revision: 7 });
    expect(problems({ words: "Well done" })).toEqual([]);
  });

  test.each([
    [{ outcome: "" }, "outcome", "Say whether the draft is ready or changes are wanted"],
    [{ outcome: "changes-wanted" }, "words", "Say which changes are wanted, in at least 5 characters"],
    [{ outcome: "changes-wanted", words: "No" }, "words", "Say which changes are wanted, in at least 5 characters"],
    [{ revision: "" }, "revision", "The form is incomplete. Copy what you typed, open the page again and paste it"],
  ])("%j: %s", (typed, field, message) => {
    expect(problems(typed as unknown as Record<string, string>)).toEqual([[field, message]]);
  });

  test("is at most 4,000 characters", () => {
    expect(problems({ words: "a".repeat(4_001) })).toHaveLength(1);
  });
});
