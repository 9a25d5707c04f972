import { describe, expect, test } from "vitest";

import { decisionSearch, readDecisionQuery, readPage } from "#app/domain/decisions/decision-query.ts";
import { answerForm, decisionForm, delegatedForm, withdrawalForm } from "#app/domain/decisions/forms.server.ts";

const seat = "00000000-0000-4000-8000-000000000001";
const day = (date: string) => ({ year: date.slice(0, 4), month: date.slice(5, 7), day: date.slice(8) });
const typed = { sentence: "Schools are told within one school day.", matter: "procedures", amount: "", takenBy: "delegates", seats: [seat], decidedOn: day("2026-09-07"), options: "To tell them within a week.", dissent: "", leadsTo: "", isPublic: "yes", privateKind: "", privateReason: "" };
const form = decisionForm([{ seatId: seat }], "2026-09-08");

/** The messages by field. */
function errors(read: { success: boolean; error?: { issues: { path: PropertyKey[]; message: string }[] } }): Record<string, string> {
  return Object.fromEntries((read.error?.issues ?? []).map(({ path, message }) => [String(path[0]), message]));
}

describe("a decision", () => {
  test("as it should be", () => {
    expect(form.parse({ ...typed, amount: "1,200.50" })).toMatchObject({ amountPence: 120_050, seatIds: [seat], decidedOn: "2026-09-07", privateKind: null, privateReason: null, dissent: null });
    expect(form.parse({ ...typed, takenBy: "leads", seats: [], decidedOn: day("") })).toMatchObject({ seatIds: [], decidedOn: null, amountPence: null });
    expect(form.parse({ ...typed, isPublic: "no", privateKind: "legal", privateReason: "Counsel was asked." })).toMatchObject({ privateKind: "legal", privateReason: "Counsel was asked." });
    expect(form.parse({ ...typed, privateKind: "legal", privateReason: "Typed by mistake." })).toMatchObject({ privateKind: null, privateReason: null });
  });

  test.each([
    ["sentence", { sentence: "" }, "Say in one sentence what was decided"],
    ["sentence", { sentence: "Told. Then more is done." }, "Write one sentence. What was weighed, and what follows, have their own fields"],
    ["sentence", { sentence: "The file of 943 476 5919 is closed." }, /The decision contains what is certainly a National Health Service.*9/],
    ["matter", { matter: "" }, "Choose what it is about"],
    ["amount", { amount: "lots" }, "The amount must be an amount in pounds, like 1,200.50"],
    ["takenBy", { takenBy: "" }, "Choose who decides"],
    ["seats", { seats: [] }, "Choose whose delegates decided"],
    ["decidedOn", { decidedOn: day("") }, "Enter the day of the decision, like 1 9 2026"],
    ["decidedOn", { decidedOn: day("2026-09-09") }, "The day of the decision must be today or earlier"],
    ["options", { options: "None" }, "The options must be 10 characters or more"],
    ["isPublic", { isPublic: "" }, "Choose whether the public may read it"],
    ["privateKind", { isPublic: "no", privateReason: "Counsel." }, "Choose why it is not public"],
    ["privateReason", { isPublic: "no", privateKind: "legal" }, "Say in a sentence why it is not public"],
    ["looked", { leadsTo: "A letter to SA1 2BD." }, /Look at what may identify somebody: What it leads to may contain a postcode/],
  ])("%s: %o", (field, change, message) => {
    const said = errors(form.safeParse({ ...typed, ...change }))[field];
    if (typeof message === "string") expect(said).toBe(message);
    else expect(said).toMatch(message);
  });

  test("that replaces another says why", () => {
    const replacing = decisionForm([{ seatId: seat }], "2026-09-08", true);
    expect(errors(replacing.safeParse({ ...typed, replacesReason: "" }))["replacesReason"]).toBe("Say why the earlier decision is replaced");
    expect(replacing.parse({ ...typed, replacesReason: "The wrong day." }).replacesReason).toBe("The wrong day.");
    expect(form.parse({ ...typed, replacesReason: "The wrong day." }).replacesReason).toBeNull();
  });
});

describe("answers", () => {
  test.each([
    [{ answer: "" }, "answer", "Choose whether you agree"],
    [{ answer: "decline", words: "" }, "words", "Give the reason: the others need it to propose something else"],
    [{ answer: "agree", words: "Call 943 476 5919" }, "words", /certainly/],
  ])("%o", (change, field, message) => {
    expect(errors(answerForm.safeParse(change))[field]).toMatch(message);
  });

  test("of both kinds, and taking back", () => {
    expect(answerForm.parse({ answer: "agree", words: "" })).toEqual({ agreed: true, words: null, looked: [] });
    expect(errors(withdrawalForm.safeParse({ reason: "" }))["reason"]).toBe("Say why it is taken back");
  });
});

test("what is delegated", () => {
  const list = { matters: ["training"], limit: "500", startsOn: day("2026-09-08"), revision: "0" };
  expect(delegatedForm.parse(list)).toEqual({ matters: ["training"], limitPence: 50_000, startsOn: "2026-09-08", revision: 0 });
  expect(delegatedForm.parse({ ...list, limit: "0" }).limitPence).toBeNull();
  expect(errors(delegatedForm.safeParse({ ...list, matters: ["budget"] }))["matters"]).toBe("Choose from what is there");
});

test("an address of the register is read, and written again without what it does not know", () => {
  const query = readDecisionQuery(new URLSearchParams("q= Schools &state=asked&matter=other&by=leads&shown=public&page=2"));
  expect(query).toEqual({ q: "Schools", state: "asked", matter: null, by: "leads", shown: "public" });
  expect(decisionSearch(query, 2)).toBe("?q=Schools&state=asked&by=leads&shown=public&page=2");
  expect(decisionSearch({ q: "", state: null, matter: null, by: null, shown: null })).toBe("");
  expect(["2", "0", "x", ""].map((page) => readPage(new URLSearchParams({ page })))).toEqual([2, 1, 1, 1]);
});
