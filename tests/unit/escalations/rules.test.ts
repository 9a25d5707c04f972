import { describe, expect, test } from "vitest";

import type { EscalationStepView } from "#app/domain/escalations/escalation-view.ts";
import { clocksForm, decisionForm, endForm, escalationForm, furtherForm } from "#app/domain/escalations/forms.server.ts";
import { actsOn, nextStage, nextWords, settledFigures, standOf, stateWords, timeLeft } from "#app/domain/escalations/rules.ts";
import { storyOf } from "#app/domain/escalations/story.ts";
import type { EscalationStage } from "#app/domain/escalations/vocabulary.ts";
import { escalationTasks } from "#app/domain/home/decision-tasks.ts";

const at = (stage: EscalationStage, stageSince = "2026-09-01", closedOn: string | null = null) => ({ stage, stageSince, closedOn });
const clock = (days: number, startsOn: string, number: number, stage: EscalationStage = "delegates") => ({ stage, days, startsOn, number });

describe("the clock", () => {
  test.each([
    ["no clock", [], "2026-12-01", { state: "open", dueOn: null, daysLate: 0 }],
    ["in time", [clock(10, "2026-04-01", 1)], "2026-09-11", { state: "open", dueOn: "2026-09-11", daysLate: 0 }],
    ["a day late", [clock(10, "2026-04-01", 1)], "2026-09-12", { state: "late", dueOn: "2026-09-11", daysLate: 1 }],
    ["of another stage", [clock(10, "2026-04-01", 1, "chair")], "2026-12-01", { state: "open", dueOn: null, daysLate: 0 }],
    ["set after it came", [clock(10, "2026-09-02", 1)], "2026-12-01", { state: "open", dueOn: null, daysLate: 0 }],
    ["the last of the day", [clock(10, "2026-04-01", 1), clock(5, "2026-04-01", 2)], "2026-09-07", { state: "late", dueOn: "2026-09-06", daysLate: 1 }],
  ] as const)("%s", (_name, clocks, today, expected) => {
    expect(standOf(at("delegates"), clocks, today)).toEqual(expected);
  });

  test("stops when it ended", () => {
    expect(standOf(at("delegates", "2026-09-01", "2026-11-01"), [clock(10, "2026-04-01", 1)], "2026-12-01")).toMatchObject({ state: "closed", daysLate: 0 });
  });

  test("is said in words", () => {
    const open = { ...at("chair"), outcome: null, daysLate: 0 };
    expect(stateWords(open)).toBe("With the partnership chair");
    expect(stateWords({ ...open, daysLate: 3 })).toBe("With the partnership chair, 3 days late");
    expect(stateWords({ ...open, closedOn: "2026-09-08", outcome: "settled" })).toBe("Settled");
    expect(timeLeft({ dueOn: "2026-09-11", state: "open" }, "2026-09-08")).toBe("Due in 3 days, by 11 September 2026");
    expect(timeLeft({ dueOn: "2026-09-08", state: "open" }, "2026-09-08")).toBe("Due today");
    expect(timeLeft({ dueOn: "2026-09-01", state: "late" }, "2026-09-08")).toBeNull();
  });
});

describe("the ladder", () => {
  test.each([["raised", "delegates"], ["delegates", "chair"], ["chair", "leads"], ["leads", "department"], ["department", null]] as const)("%s, then %s", (stage, next) => {
    expect(nextStage(at(stage))).toBe(next);
  });

  test("can be settled at every stage, and goes no further once it ended", () => {
    for (const stage of ["raised", "delegates", "chair", "leads", "department"] as const) expect(actsOn({ ...at(stage), decidedOn: null })).toContain("settle");
    expect(actsOn({ ...at("department"), decidedOn: null })).toEqual(["decide", "settle"]);
    expect(actsOn({ ...at("leads"), decidedOn: "2026-09-08" })).toEqual(["settle", "take-further", "decide"]);
    expect(actsOn({ ...at("leads", "2026-09-01", "2026-09-08"), decidedOn: null })).toEqual([]);
  });

  test.each([
    ["raised", null, /try to settle it among themselves/],
    ["delegates", null, /the delegated safeguarding partners decide/],
    ["chair", null, /with the scrutineer’s advice/],
    ["department", null, /the Department for Education answers/],
    ["leads", "2026-09-08", /settled, or take it to the Department for Education/],
    ["department", "2026-09-08", /^record that it is settled\.$/],
  ] as const)("what comes next: %s %s", (stage, decidedOn, words) => {
    expect(nextWords({ ...at(stage), decidedOn })).toMatch(words);
  });
});

test.each([
  [[], { settled: 0, medianDays: null }],
  [[4], { settled: 1, medianDays: 4 }],
  [[30, 4], { settled: 2, medianDays: 17 }],
  [[30, 4, 10], { settled: 3, medianDays: 10 }],
])("settled in %j days: %j", (days, expected) => {
  const ended = days.map((many) => ({ raisedOn: "2026-09-01", closedOn: `2026-${many >= 30 ? "10-01" : `09-${String(many + 1).padStart(2, "0")}`}`, outcome: "settled" as const }));
  expect(settledFigures([...ended, { raisedOn: "2026-09-01", closedOn: "2026-09-02", outcome: "withdrawn" }, { raisedOn: "2026-09-01", closedOn: null, outcome: null }])).toEqual(expected);
});

test("a story is told in order, with decision, advice and minority view", () => {
  const escalation = { raisedOn: "2026-09-01", parties: ["The council", "The board"], sought: "A share.", office: "Business manager", recordedOn: "2026-09-02" };
  const step: EscalationStepView = { number: 1, kind: "decided", stage: "chair", onDay: "2026-09-08", words: "A third each.", tookPart: "Every delegate", advice: "Look elsewhere.", minorityView: "By cases.", office: "Partnership chair", recordedOn: "2026-09-08" };
  expect(storyOf(escalation, [step, { ...step, number: 2, kind: "settled" }])).toMatchObject([
    { title: "Raised: The council and The board", by: "Business manager; recorded on 2 September 2026" },
    { title: "The partnership chair decided", paragraphs: ["A third each.", "Took part: Every delegate", "The scrutineer’s advice: Look elsewhere.", "Minority view: By cases."], by: "Partnership chair" },
    { title: "Settled, with the partnership chair" },
  ]);
});

describe("forms", () => {
  const day = { year: "2026", month: "9", day: "8" };
  const raised = { kind: "dispute", subject: "Who pays for the line", issue: "Each holds that the other pays.", sought: "A share.", parties: ["The council", "The board"], others: "", raisedOn: day };
  const errors = (read: { error?: { issues: { path: PropertyKey[]; message: string }[] } }) => Object.fromEntries((read.error?.issues ?? []).map(({ path, message }) => [String(path[0]), message]));
  const form = escalationForm(["The council", "The board"]);

  test("a dispute is between two or more, of which one may be another body", () => {
    expect(form.parse(raised).parties).toEqual(["The council", "The board"]);
    expect(form.parse({ ...raised, parties: ["The council"], others: "Northmoor College" }).parties).toEqual(["The council", "Northmoor College"]);
    expect(errors(form.safeParse({ ...raised, parties: ["The council"] }))["parties"]).toBe("A dispute is between two or more");
    expect(errors(form.safeParse({ ...raised, kind: "issue", parties: [] }))["parties"]).toBe("Choose between whom it is, or whose issue it is");
    expect(form.parse({ ...raised, kind: "issue", parties: ["The council"] }).parties).toHaveLength(1);
  });

  test.each([
    ["kind", { kind: "" }, "Choose what it is"],
    ["subject", { subject: "" }, "Say in a few words what it is about"],
    ["issue", { issue: "About 943 476 5919 and more." }, /certainly/],
    ["others", { others: "943 476 5919" }, /certainly/],
    ["sought", { sought: "" }, "Say what should come of it"],
  ])("%s", (field, change, message) => {
    expect(errors(form.safeParse({ ...raised, ...change }))[field]).toMatch(message);
  });

  test("of the steps", () => {
    const step = { on: day, words: "They could not agree.", revision: "0" };
    expect(furtherForm.parse(step)).toMatchObject({ on: "2026-09-08", revision: 0 });
    expect(errors(decisionForm("chair").safeParse({ ...step, tookPart: "The chair" }))["advice"]).toMatch(/Say what the scrutineer advised/);
    expect(decisionForm("leads").parse({ ...step, tookPart: "Every lead" })).toMatchObject({ advice: null, minorityView: null });
    expect(errors(endForm.safeParse({ ...step, outcome: "" }))["outcome"]).toBe("Say how it ended");
    expect(clocksForm.parse({ raised: "5", delegates: "", chair: "10" })).toMatchObject({ raised: 5, delegates: null, chair: 10, leads: null });
    expect(errors(clocksForm.safeParse({}))["raised"]).toBe("Enter the days of a stage");
    expect(errors(clocksForm.safeParse({ leads: "400" }))["leads"]).toBe("Enter a number of days from 1 to 365");
  });
});

test("what waits says by when, and how late", () => {
  const tasks = escalationTasks({ toDecide: [{ number: 3, subject: "Who pays", since: "2026-09-01", dueOn: "2026-09-06" }], toFollow: [{ number: 4, subject: "The line", stage: "leads", since: "2026-09-01", dueOn: null }] }, "2026-09-08");
  expect(tasks.map(({ text, path, due }) => [text, path, due.text])).toEqual([
    ["Decide about escalation 3", "/escalations/3", "2 days late"],
    ["Follow escalation 4, which is with the lead safeguarding partners", "/escalations/4", "Since 1 September 2026"],
  ]);
});
