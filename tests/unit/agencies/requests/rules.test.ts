import { describe, expect, test } from "vitest";

import type { RequestView } from "#app/domain/agencies/requests/request-view.ts";
import { actsOn, countDays, nextStage, nextWords, stateOf, stateWords, timeLeft } from "#app/domain/agencies/requests/rules.ts";

type Facts = Pick<RequestView, "dueOn" | "answer" | "stage" | "decidedOn" | "closedOn">;
const open: Facts = { dueOn: "2026-09-04", answer: null, stage: null, decidedOn: null, closedOn: null };
const noHolidays = new Set<string>();

function on(today: string, facts: Partial<Facts> = {}) {
  const standing = { ...open, ...facts };
  return { ...standing, recipient: "Vale Swimming Club", state: stateOf(standing, today), ...countDays(standing, today, noHolidays) };
}

describe("a request for information", () => {
  test.each<[string, string, Partial<Facts>, string, string, string[]]>([
    ["open", "2026-09-02", {}, "open", "Open", ["answer", "move", "close"]],
    ["open on its day", "2026-09-04", {}, "open", "Open", ["answer", "move", "close"]],
    ["late, before a working day has passed", "2026-09-05", {}, "overdue", "Overdue", ["answer", "escalate", "move", "close"]],
    ["late", "2026-09-08", {}, "overdue", "Overdue by 2 working days", ["answer", "escalate", "move", "close"]],
    ["late by one", "2026-09-07", {}, "overdue", "Overdue by 1 working day", ["answer", "escalate", "move", "close"]],
    ["supplied", "2026-09-08", { answer: "in-full" }, "answered", "Answered", ["close", "answer"]],
    ["supplied in part", "2026-09-08", { answer: "in-part" }, "answered", "Answered in part", ["answer", "escalate", "move", "close"]],
    ["refused", "2026-09-02", { answer: "refused" }, "refused", "Refused", ["answer", "escalate", "move", "close"]],
    ["with the delegates", "2026-09-08", { stage: "delegates" }, "escalated", "With the delegated safeguarding partners", ["decide", "answer", "escalate", "move", "close"]],
    ["decided", "2026-09-08", { stage: "delegates", decidedOn: "2026-09-08" }, "escalated", "With the delegated safeguarding partners", ["answer", "escalate", "move", "close"]],
    ["with the leads", "2026-09-08", { stage: "leads", answer: "refused" }, "escalated", "With the lead safeguarding partners", ["decide", "answer", "move", "close"]],
    ["closed", "2026-09-08", { stage: "leads", answer: "refused", closedOn: "2026-09-08" }, "closed", "Closed", []],
  ])("%s", (_what, today, facts, state, words, acts) => {
    const request = on(today, facts);
    expect(request.state).toBe(state);
    expect(stateWords(request)).toBe(words);
    expect(actsOn(request)).toEqual(acts);
    expect(nextWords(request) === null).toBe(state === "closed");
  });

  test("goes up one stage at a time, and not while it is open or met", () => {
    expect(nextStage(on("2026-09-02"))).toBeNull();
    expect(nextStage(on("2026-09-08", { answer: "in-full" }))).toBeNull();
    expect(nextStage(on("2026-09-08"))).toBe("delegates");
    expect(nextStage(on("2026-09-08", { stage: "delegates" }))).toBe("chair");
    expect(nextStage(on("2026-09-08", { stage: "chair" }))).toBe("leads");
    expect(nextStage(on("2026-09-08", { stage: "leads" }))).toBeNull();
  });

  test("says how long there is, in working days", () => {
    expect(timeLeft(on("2026-09-04"), "2026-09-04")).toBe("Due today");
    expect(timeLeft(on("2026-09-03"), "2026-09-03")).toBe("Due in 1 working day");
    expect(timeLeft(on("2026-08-28"), "2026-08-28")).toBe("Due in 5 working days");
    expect(timeLeft(on("2026-09-04", { dueOn: "2026-09-06" }), "2026-09-04")).toBe("Due by 6 September 2026");
    expect(timeLeft(on("2026-09-08"), "2026-09-08")).toBeNull();
  });

  test("says what comes next", () => {
    expect(nextWords(on("2026-09-02"))).toBe("Vale Swimming Club answers by 4 September 2026.");
    expect(nextWords(on("2026-09-08"))).toBe("record the answer, agree another day, or take it to the delegated safeguarding partners.");
    expect(nextWords(on("2026-09-08", { stage: "chair" }))).toBe("the partnership chair decides what to do, with the scrutineer’s advice.");
    expect(nextWords(on("2026-09-08", { stage: "leads", decidedOn: "2026-09-08" }))).toContain("Nobody in the partnership stands above");
  });
});
