import { describe, expect, test } from "vitest";

import type { Person } from "#app/domain/access/rules.ts";
import type { PartnershipRole } from "#app/domain/access/vocabulary.ts";
import { actionCells, actionColumns } from "#app/domain/actions/action-cells.ts";
import { actionSearch, readActionQuery } from "#app/domain/actions/action-query.ts";
import { originPath } from "#app/domain/actions/origins.ts";
import { actionState, actsOn, dueWords, isOverdue, mayClose, meansFor, nextWords } from "#app/domain/actions/rules.ts";
import type { ActionRow, ActionStanding } from "#app/domain/actions/views.ts";
import { type ActionState, actionStates } from "#app/domain/actions/vocabulary.ts";

const today = "2026-09-07";
const row = (values: Partial<ActionRow> = {}): ActionRow => ({ id: "a", origin: "own", originId: null, originTitle: null, originAt: null, what: "Review the thresholds", owner: "Director of Children’s Services, Alderwick Council", ownerPostId: "p", membershipId: null, agency: null, originalDueOn: "2026-09-01", dueOn: "2026-09-06", state: "open", closedOn: null, revision: 1, ...values });
const holding = (...roles: PartnershipRole[]): Person => ({ administrator: false, holds: roles.map((role) => ({ partnershipId: "ours", role, seatId: null })) });

describe("how an action stands", () => {
  test.each([["2026-09-07", "Due today", false], ["2026-09-08", "Due in 1 day", false], ["2026-09-05", "2 days overdue", true]] as const)("due on %s: %s", (day, text, late) => expect(dueWords(day, today)).toEqual({ text, late }));

  test.each<[ActionState, string, string, boolean]>([
    ["open", "2026-09-07", "Open", false],
    ["open", "2026-09-06", "Open, 1 day overdue", true],
    ["proposed-done", "2026-09-06", "Proposed as done", false],
    ["closed", "2026-09-06", "Closed", false],
  ])("%s, due on %s: %s", (state, dueOn, text, late) => {
    expect(actionState({ state, dueOn }, today).text).toBe(text);
    expect(isOverdue({ state, dueOn }, today)).toBe(late);
  });
});

describe("what can be done", () => {
  const nothing = { work: false, close: false, change: false };
  test.each([
    ["open", { ...nothing, work: true }, ["propose", "progress"]],
    ["open", { ...nothing, close: true }, []],
    ["open", { ...nothing, change: true }, ["move", "owner"]],
    ["proposed-done", { ...nothing, work: true }, []],
    ["proposed-done", { work: true, close: true, change: true }, ["close", "more", "move"]],
    ["closed", { work: true, close: true, change: true }, []],
  ] as const)("%s, with %o: %o", (state, means, acts) => expect(actsOn(state, means)).toEqual(acts));

  test.each<[PartnershipRole, boolean, boolean]>([
    ["dsp", true, true],
    ["chair", true, true],
    ["scrutineer", false, true],
    ["lsp", false, false],
    ["business-manager", false, false],
    ["agency-contact", false, false],
  ])("%s closes one recorded by itself: %s; one of a self-assessment: %s", (role, own, assessment) => {
    expect([mayClose(holding(role), "ours", "own"), mayClose(holding(role), "ours", "assessment")]).toEqual([own, assessment]);
    expect(mayClose(holding(role), "theirs", "assessment")).toBe(false);
  });

  test.each<[ActionStanding, boolean, { work: boolean; close: boolean }]>([
    ["own", true, { work: true, close: false }],
    ["on-behalf", false, { work: true, close: true }],
    ["blocked", false, { work: false, close: true }],
    ["none", true, { work: false, close: false }],
  ])("a delegate standing %s, involved %s: %o", (standing, involved, expected) => expect(meansFor(holding("dsp"), "ours", { origin: "own", standing, involved })).toMatchObject({ ...expected, change: true }));

  test("comes next is said of each state, and to whoever may not close it", () => {
    const said = (state: ActionState, involved: boolean, close: boolean) => nextWords({ ...row({ state }), involved, may: { ...nothing, close } });
    expect(said("open", false, false)).toBe("Director of Children’s Services, Alderwick Council does it by 6 September 2026, at first by 1 September 2026, and proposes it as done with what shows it.");
    expect(said("proposed-done", false, true)).toMatch(/^close it if/);
    expect(said("proposed-done", true, false)).toContain("somebody else closes it");
    expect(said("proposed-done", false, false)).toContain("the chair closes it");
    expect(actionStates.map((state) => said(state, false, false) === null)).toEqual([false, false, true]);
  });
});

test("a list is narrowed as the address says; what it does not know is left out", () => {
  const owner = "00000000-0000-4000-8000-000000000001";
  const asked = `q=filters&mine=yes&state=overdue&origin=assessment&owner=${owner}`;
  const query = readActionQuery(new URLSearchParams(`${asked}&more=1`));
  expect(actionSearch(query)).toBe(`?${asked}`);
  expect(actionSearch(query, 2)).toContain("page=2");
  expect(readActionQuery(new URLSearchParams("state=lost&origin=moon&owner=me&mine=no"))).toEqual({ q: "", state: null, origin: null, owner: null, mine: false });
});

test("an action is a row of the file, with whether it is overdue", () => {
  const cells = actionCells(row({ origin: "assessment", originTitle: "Section 175 return", agency: "Heron Hill School" }), today);
  expect(Object.fromEntries(actionColumns.map((column, at) => [column, cells[at]]))).toMatchObject({ agency: "Heron Hill School", due_on: "2026-09-06", original_due_on: "2026-09-01", state: "Open", overdue: "yes", closed_on: "", comes_from: "Self-assessment", comes_from_title: "Section 175 return" });
});

test("an origin has a place in the portal, or none", () => {
  expect(originPath("alderwick", { kind: "assessment", at: "r" })).toBe("/portal/alderwick/assessments/returns/r");
  expect(originPath("alderwick", { kind: "own", at: null })).toBeNull();
});
