import { readdirSync, readFileSync } from "node:fs";

import { describe, expect, test } from "vitest";

import { acceptanceForm, actionForm, addingForm, answerForm, challengeAnswerForm, drawForm, extensionForm, questionForm, roundForm, submissionForm } from "#app/domain/agencies/assessments/forms.server.ts";
import { setFileSchema } from "#app/domain/agencies/assessments/set-file.server.ts";

const today = "2026-09-07";
const set = { ratings: [{ id: "met", title: "Met", meaning: "", measured: true, asksForAction: false }] };
const day = (iso = "") => ({ day: iso.slice(8), month: iso.slice(5, 7), year: iso.slice(0, 4) });
const problem = (form: { safeParse(typed: unknown): { success: boolean; error?: { issues: { path: PropertyKey[]; message: string }[] } } }, typed: object) => {
  const issue = form.safeParse(typed).error?.issues[0];
  return issue ? `${issue.path.join("-")}: ${issue.message}` : null;
};

describe("a round", () => {
  const typed = { title: "Schools", periodFrom: day("2025-09-01"), periodTo: day("2026-08-31"), dueOn: day("2026-10-31"), agency: ["a"] };
  test.each<[object, string | null]>([
    [{}, null],
    [{ title: "" }, "title: Enter a title, like “Section 175 return 2026 to 2027”"],
    [{ title: "About 943 476 5919" }, "title: The title contains what is certainly a National Health Service (NHS) number. Remove it: others read it, so it must identify nobody"],
    [{ periodTo: day("2025-08-31") }, "periodTo: The last day must not be before the first"],
    [{ dueOn: day("2026-09-06") }, "dueOn: Enter today, 7 September 2026, or a later day"],
    [{ agency: [] }, "agency: Tick the agencies to ask"],
  ])("%j: %s", (changed, message) => expect(problem(roundForm(today), { ...typed, ...changed })).toBe(message));
  test("takes more agencies with a day of their own", () => {
    expect(addingForm(today).parse({ dueOn: day("2026-11-30"), agency: ["a"] })).toEqual({ dueOn: "2026-11-30", membershipIds: ["a"] });
  });
});

describe("an answer", () => {
  const typed = { evidence: "", rating: "", action: "", actionOwner: "", actionDueOn: day(), revision: "0" };
  test.each<[object, string | null]>([
    [{ evidence: "Yes" }, null],
    [{ rating: "met" }, null],
    [{}, "evidence: Give the evidence or a rating. You can finish it later"],
    [{ rating: "splendid" }, "rating: Choose a rating from the list"],
    [{ evidence: "The child 943 476 5919" }, "evidence: This contains what is certainly a National Health Service (NHS) number. Remove it: others read it, so it must identify nobody"],
    [{ evidence: "Yes", actionOwner: "Head" }, "action: Say what will be done, or clear who does it and by when"],
    [{ action: "Do it", actionDueOn: day("2026-09-06") }, "actionDueOn: Enter today, 7 September 2026, or a later day"],
    [{ evidence: "x".repeat(5_001) }, "evidence: The evidence must be 5,000 characters or fewer"],
  ])("%j: %s", (changed, message) => expect(problem(answerForm(set, today), { ...typed, ...changed })).toBe(message));
  test("keeps what was left out as nothing", () => {
    expect(answerForm(set, today).parse({ ...typed, evidence: " Yes ", revision: "3" })).toEqual({ answer: { evidence: "Yes", rating: null, action: null, actionOwner: null, actionDueOn: null }, revision: 3 });
  });
});

describe("what else is typed", () => {
  test.each([
    [extensionForm("2026-10-31", today), { dueOn: day("2026-10-31"), reason: "New head", dueBefore: "2026-10-31" }, "dueOn: Enter a day after 31 October 2026"],
    [extensionForm("2026-08-31", today), { dueOn: day("2026-09-06"), reason: "New head", dueBefore: "2026-08-31" }, "dueOn: Enter a day after 7 September 2026"],
    [extensionForm("2026-10-31", today), { dueOn: day("2026-11-30"), reason: "", dueBefore: "2026-10-31" }, "reason: Say why it gets more time"],
    [submissionForm, { declared: "", revision: "1" }, "declared: Tick the box to declare it"],
    [drawForm, { count: "0", seed: "spring" }, "count: Enter how many to draw, from 1 to 999"],
    [questionForm, { question: "" }, "question: Enter the question"],
    [challengeAnswerForm, { text: "x", revision: "1" }, "text: The answer must be 3 characters or more"],
    [acceptanceForm(set), { rating: "", text: "Shown", revision: "1" }, "rating: Say how you rate it"],
    [actionForm(today), { what: "Do it", owner: "", dueOn: day("2026-10-31") }, "owner: Say who does it, by post"],
  ])("%#: is refused beside its field", (form, typed, message) => expect(problem(form, typed)).toBe(message));
});

describe("the files of question sets", () => {
  const folder = "db/rulesets/self-assessments";
  test.each(readdirSync(folder))("%s is one, named by its id, and claims nothing that was not read", (name) => {
    const file = setFileSchema.parse(JSON.parse(readFileSync(`${folder}/${name}`, "utf8")));
    expect(`${file.set}.json`).toBe(name);
    expect(file.standards.every((each) => each.confidence === "to-verify")).toBe(true);
    expect(file.wordingChecked).toBe(false);
    expect(file.ratings.filter((each) => !each.measured).map((each) => each.id)).toEqual(["not-applicable"]);
  });
});
