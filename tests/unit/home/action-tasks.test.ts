import { expect, test } from "vitest";

import { actionTasks, noActions } from "#app/domain/home/action-tasks.ts";

const today = "2026-09-07";
const action = { actionId: "a", agency: null, what: "Review the thresholds" };

test.each([
  ["2026-09-01", "6 days overdue", "red"],
  ["2026-09-07", "Due today", "yellow"],
  ["2026-10-07", "Due in 30 days", "yellow"],
  ["2026-10-08", null, null],
])("one’s own, due on %s: %s", (dueOn, text, tone) => {
  expect(actionTasks({ ...noActions, toDo: [{ ...action, dueOn }] }, today).map(({ due }) => due)).toEqual(text === null ? [] : [{ text, tone }]);
});

test("are said by agency where it is one’s, and by how many are late", () => {
  const tasks = actionTasks({ toDo: [{ ...action, agency: "Heron Hill School", dueOn: today }], toClose: [{ actionId: "b", owner: "Chief Nurse", what: "x ".repeat(100), on: "2026-09-02" }], late: { overdue: 1200, dueOn: "2026-01-01" }, lateOfDelegates: [{ postId: "p", owner: "Chief Nurse", overdue: 1, dueOn: "2026-02-01" }] }, today);
  expect(tasks.map(({ text }) => text)).toEqual(["Do what Heron Hill School undertook", "Close an action of Chief Nurse, or ask for more", "Ask after 1,200 overdue actions", "Ask your delegate after 1 overdue action"]);
  expect(tasks[1]?.about).toMatch(/^Proposed as done, with evidence: x .* …$/);
});
