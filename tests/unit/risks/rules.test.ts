import { describe, expect, test } from "vitest";

import { riskTasks } from "#app/domain/home/decision-tasks.ts";
import { reviewForm, riskForm } from "#app/domain/risks/forms.server.ts";
import type { RiskView } from "#app/domain/risks/risk-view.ts";
import { inOrder, isOverdue, levelOf, movedWords, scoreOf, scoreWords } from "#app/domain/risks/rules.ts";

test.each([
  [1, 1, 1, "low"],
  [1, 7, 7, "low"],
  [2, 4, 8, "medium"],
  [3, 4, 12, "medium"],
  [3, 5, 15, "high"],
  [5, 5, 25, "high"],
])("%i × %i = %i, %s", (likelihood, impact, score, level) => {
  expect([scoreOf({ likelihood, impact }), levelOf({ likelihood, impact })]).toEqual([score, level]);
});

test("a score is said in words, and how it moved", () => {
  expect(scoreWords({ likelihood: 3, impact: 4 })).toBe("3 (possible) × 4 (large) = 12");
  const reviews = [{ likelihood: 3, impact: 4 }, { likelihood: 2, impact: 4 }, { likelihood: 4, impact: 2 }, { likelihood: 5, impact: 5 }];
  expect(reviews.map((_each, at) => movedWords(reviews, at))).toEqual([null, "Down from 12", null, "Up from 8"]);
});

test.each([
  ["2026-09-08", null, false],
  ["2026-09-07", null, true],
  ["2026-09-07", "2026-09-01", false],
])("review on %s, closed %s: overdue %s", (reviewOn, closedOn, late) => {
  expect(isOverdue({ reviewOn, closedOn }, "2026-09-08")).toBe(late);
});

test("the highest open score is first, and a tie by number", () => {
  const risk = (number: number, likelihood: number, closedOn: string | null = null) => ({ number, likelihood, impact: 5, closedOn }) as RiskView;
  expect(inOrder([risk(1, 1), risk(2, 5, "2026-09-01"), risk(3, 4), risk(4, 4)]).map((each) => each.number)).toEqual([3, 4, 1, 2]);
});

test("an overdue review is a task", () => {
  expect(riskTasks({ overdue: [{ number: 2, title: "The analyst leaves", reviewOn: "2026-09-01" }] }, "2026-09-08")).toEqual([{ text: "Review risk 2", path: "/risks/2", about: "The analyst leaves", date: "2026-09-01", due: { text: "7 days late", tone: "red" } }]);
});

describe("forms", () => {
  const post = "00000000-0000-4000-8000-000000000001";
  const owners = [{ postId: post, text: "Business manager" }];
  const typed = { title: "The analyst leaves", description: "Nobody could join the data.", likelihood: "3", impact: "4", mitigation: "Another learns it.", ownerPostId: post, reviewOn: { year: "2026", month: "12", day: "1" } };
  const errors = (read: { error?: { issues: { path: PropertyKey[]; message: string }[] } }) => Object.fromEntries((read.error?.issues ?? []).map(({ path, message }) => [String(path[0]), message]));

  test.each([
    ["title", { title: "" }, "Say in a few words what could happen"],
    ["likelihood", { likelihood: "6" }, "Choose how likely it is"],
    ["impact", { impact: "" }, "Choose how much harm it would do"],
    ["ownerPostId", { ownerPostId: "" }, "Choose whose it is"],
    ["reviewOn", { reviewOn: { year: "2026", month: "9", day: "8" } }, "The next review must be after today"],
    ["mitigation", { mitigation: "Ask 943 476 5919" }, /certainly/],
    ["looked", { description: "It is at SA1 2BD in the town." }, /postcode/],
  ])("%s: %o", (field, change, message) => {
    expect(errors(riskForm(owners, "2026-09-08").safeParse({ ...typed, ...change }))[field]).toMatch(message);
  });

  test("as they should be", () => {
    expect(riskForm(owners, "2026-09-08").parse(typed)).toMatchObject({ likelihood: 3, impact: 4, reviewOn: "2026-12-01" });
    const review = reviewForm(owners, "2026-09-08");
    const again = { ...typed, words: "Nothing changed.", revision: "1" };
    expect(review.parse({ ...again, goesOn: "open" })).toMatchObject({ reviewOn: "2026-12-01", revision: 1 });
    expect(review.parse({ ...again, goesOn: "closed", reviewOn: { year: "", month: "", day: "" } }).reviewOn).toBeNull();
    expect(errors(review.safeParse({ ...again, goesOn: "" }))["goesOn"]).toBe("Say whether it stays open");
    expect(errors(review.safeParse({ ...again, goesOn: "open", reviewOn: { year: "", month: "", day: "" } }))["reviewOn"]).toBe("Enter the day of the next review, like 1 9 2026");
  });
});
