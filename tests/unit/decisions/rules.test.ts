import { describe, expect, test } from "vitest";

import type { SeatPowers, Taker } from "#app/domain/decisions/decision-view.ts";
import { answersSoFar, beyondDelegation, isOneSentence, nextWords, stateOf } from "#app/domain/decisions/rules.ts";
import { decisionMatters } from "#app/domain/decisions/vocabulary.ts";
import { decisionTasks } from "#app/domain/home/decision-tasks.ts";

const list = { number: 1, startsOn: "2026-04-01", matters: ["procedures" as const], limitPence: 50_000, office: "Chief Executive", recordedOn: "2026-04-01" };
const delegate = { appointmentId: "a", office: "Director", name: "Ada Fernhill", delegation: { id: "d", scope: "The daily work", since: "2026-04-01" } };
const council: SeatPowers = { seatId: "1", body: "Northmoor Council", delegate, list };
const asked = { matter: "procedures" as const, amountPence: null, decidedOn: "2026-09-08" };

describe("what is beyond a delegation", () => {
  test.each([
    ["within the list", council, asked, null],
    ["up to the limit", council, { ...asked, amountPence: 50_000 }, null],
    ["a penny more", council, { ...asked, amountPence: 50_001 }, /may commit up to £500, and this commits £500\.01/],
    ["any money where none is delegated", { ...council, list: { ...list, limitPence: null } }, { ...asked, amountPence: 1 }, /may commit no money/],
    ["another matter", council, { ...asked, matter: "reviews" as const }, /may not decide about “Rapid reviews/],
    ["no list", { ...council, list: null }, asked, /No list says what the delegate of Northmoor Council may decide/],
    ["no delegation in force", { ...council, delegate: { ...delegate, delegation: null } }, asked, /had delegated nothing that was in force on 8 September 2026/],
    ["no delegate", { ...council, delegate: null }, asked, /Nobody was the delegate of Northmoor Council on 8 September 2026/],
  ])("%s", (_name, powers, decision, expected) => {
    const beyond = beyondDelegation([powers], decision);
    if (expected === null) expect(beyond).toEqual([]);
    else expect(beyond).toEqual([expect.stringMatching(expected)]);
  });

  test.each(decisionMatters.filter((matter) => matter.reserved))("never what is the leads’ alone: $label", ({ id, label }) => {
    expect(beyondDelegation([{ ...council, list: { ...list, matters: [id] } }], { ...asked, matter: id })).toEqual([expect.stringContaining(`“${label}” is for the leads alone`)]);
  });

  test("is said of each delegate", () => {
    expect(beyondDelegation([council, { ...council, body: "NHS Calder", list: null }, { ...council, body: "Calder Police", delegate: null }], asked)).toHaveLength(2);
  });
});

describe("where a decision is", () => {
  const taker = (body: string, agreed: boolean | null): Taker => ({ seatId: body, body, office: null, name: null, delegation: null, answer: agreed === null ? null : { agreed, words: null, on: "2026-09-08" } });

  test.each([
    ["asked", null, "asked"],
    ["stands", null, "stands"],
    ["stands", "other", "replaced"],
    ["declined", null, "declined"],
    ["withdrawn", null, "withdrawn"],
  ] as const)("%s, replaced by %s: %s", (status, replacedBy, state) => {
    expect(stateOf({ status, replacedBy })).toBe(state);
  });

  test("says who has still to answer", () => {
    const takers = [taker("The council", true), taker("The board", null), taker("The police", null)];
    expect(answersSoFar(takers)).toBe("1 of 3 leads agreed");
    expect(nextWords({ state: "asked", takers, leadsTo: null })).toMatch(/^The board and The police agree or decline\./);
    expect(nextWords({ state: "asked", takers: takers.slice(0, 2), leadsTo: null })).toMatch(/^The board agrees or declines\./);
    expect(nextWords({ state: "stands", takers, leadsTo: "A letter" })).toBeNull();
    expect(nextWords({ state: "withdrawn", takers, leadsTo: null })).toBeNull();
  });
});

test.each([
  ["Schools are told within one school day.", true],
  ["Schools are told. Parents are not.", false],
  ["St. Mary’s and Dr. Finch’s practice are told.", true],
  ["Who is told? Everybody.", false],
  ["It costs £1.5 million", true],
])("one sentence: %s %s", (text, expected) => {
  expect(isOneSentence(text)).toBe(expected);
});

test("what waits for a lead is at most one task for what delegates decided, and one for each answer", () => {
  const open = (seatId: string) => ({ number: 7, sentence: "Schools are told.", seatId, body: `Body ${seatId}`, on: "2026-09-01" });
  expect(decisionTasks({ toAnswer: [], toNote: null })).toEqual([]);
  expect(decisionTasks({ toAnswer: [open("1")], toNote: { count: 1, since: "2026-09-02" } }).map(({ text, path, date }) => [text, path, date])).toEqual([
    ["Agree or decline decision 7", "/decisions/7/answer/1", "2026-09-01"],
    ["Note a decision that your delegates took", "/decisions/to-note", "2026-09-02"],
  ]);
  expect(decisionTasks({ toAnswer: [open("1"), open("2")], toNote: { count: 12, since: "2026-09-02" } }).map((task) => task.text)).toEqual(["Agree or decline decision 7, for Body 1", "Agree or decline decision 7, for Body 2", "Note 12 decisions that your delegates took"]);
});
