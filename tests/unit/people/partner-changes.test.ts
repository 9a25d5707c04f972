import { describe, expect, test } from "vitest";

import { addPartnerForm, endPartnerForm, succeedPartnerForm } from "#app/domain/people/partners/forms.server.ts";
import { describeProposal } from "#app/domain/people/proposal-words.ts";
import { partnerChanges } from "#app/domain/publication/partner-changes.ts";

const on = { day: "1", month: "4", year: "2027" };
const reason = "The two boards became one.";
const seat = "6a1f4b5e-4a4e-4c33-9a34-2b7b6f1c9d10";
const messages = (result: { success: boolean; error?: { issues: { message: string }[] } }) => result.error?.issues.map((issue) => issue.message) ?? [];

describe("the forms for a change of partners", () => {
  test("read what was typed", () => {
    expect(addPartnerForm.parse({ body: "E54000068", on, reason })).toEqual({ body: "E54000068", on: "2027-04-01", reason });
    expect(succeedPartnerForm.parse({ on, carryFrom: "nobody", reason }).carryFrom).toBeNull();
    expect(succeedPartnerForm.parse({ on, carryFrom: seat, reason }).carryFrom).toBe(seat);
  });

  test.each([
    [addPartnerForm.safeParse({ body: "", on, reason }), "Choose the body that becomes a partner"],
    [addPartnerForm.safeParse({ body: "E54000068", on: { day: "", month: "", year: "" }, reason }), "Enter the first day of its seat, like 1 9 2026"],
    [endPartnerForm.safeParse({ on: { day: "31", month: "2", year: "2027" }, reason }), "The first day without this seat must be a real date, like 1 9 2026"],
    [endPartnerForm.safeParse({ on, reason: "" }), "Give the reason: it is published"],
    [endPartnerForm.safeParse({ on, reason: "Because" }), "Give the reason in at least 10 characters"],
    [endPartnerForm.safeParse({ on, reason: "x".repeat(1_001) }), "The reason must have 1,000 characters or fewer"],
    [succeedPartnerForm.safeParse({ on, carryFrom: "", reason }), "Choose who goes on in the successor"],
    [succeedPartnerForm.safeParse({ on: { day: "", month: "", year: "" }, carryFrom: seat, reason }), "Enter the first day of the successor’s seat, like 1 9 2026"],
  ])("say how to put it right (%#)", (result, message) => {
    expect(messages(result)).toContain(message);
  });
});

test.each([
  ["add-partner", "NHS New ICB as a further statutory partner"],
  ["end-partner", "The end of NHS Old ICB as a statutory partner"],
  ["succeed-partner", "NHS New ICB in the place of NHS Old ICB"],
] as const)("a proposal of the kind %s is %s", (kind, words) => {
  expect(describeProposal({ kind, name: "NHS New ICB", organisation: "NHS Old ICB" })).toBe(words);
});

test("what everybody reads: a successor in one sentence, one added, one ended; those it began with are no change", () => {
  const seats = [
    { id: "a", organisation: "Northmoor Council", since: "2019-09-29", until: null },
    { id: "b", organisation: "NHS Old ICB", since: "2022-07-01", until: "2026-04-01", endedReason: reason, successorId: "c" },
    { id: "c", organisation: "NHS New ICB", since: "2026-04-01", until: null, addedReason: reason },
    { id: "d", organisation: "Calder Police", since: "2019-09-29", until: "2027-01-01", endedReason: "Its area changed." },
    { id: "e", organisation: "Tarn Police", since: "2026-10-01", until: null, addedReason: "Its area changed too." },
  ];
  expect(partnerChanges(seats)).toEqual([
    { on: "2027-01-01", what: "Calder Police until 31 December 2026", reason: "Its area changed." },
    { on: "2026-10-01", what: "Tarn Police from 1 October 2026", reason: "Its area changed too." },
    { on: "2026-04-01", what: "NHS Old ICB until 31 March 2026, then NHS New ICB", reason },
  ]);
});
