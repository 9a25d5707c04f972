import { describe, expect, test } from "vitest";

import { answerForm, closureForm, decisionForm, escalationForm, moveForm, requestForm } from "#app/domain/agencies/requests/forms.server.ts";
import { findInWords, notLookedAt } from "#app/domain/documents/identifiers/identifying-words.ts";

const seat = "00000000-0000-4000-8000-000000000001";
const club = { id: "00000000-0000-4000-8000-000000000002", name: "Vale Swimming Club" };
const twins = [3, 4].map((at) => ({ id: `00000000-0000-4000-8000-00000000000${String(at)}`, name: "St Mary’s School" }));
const form = requestForm({ today: "2026-09-07", seats: [{ id: seat, name: "Vale Council" }], agencies: [club, ...twins] });
const day = (iso: string) => ({ year: iso.slice(0, 4), month: iso.slice(5, 7), day: iso.slice(8) });
const typed = {
  requester: "together",
  recipient: "A club elsewhere",
  purpose: "To see how clubs check those who train.",
  askedFor: "How many coaches were checked.",
  basis: "ca04-16h",
  basisWords: "",
  askedOn: day("2026-09-01"),
  dueOn: day("2026-09-15"),
};
type Sent = Record<string, unknown>;
const messages = (schema: { safeParse(sent: unknown): { error?: { issues: readonly { path: readonly PropertyKey[]; message: string }[] } } }, sent: Sent) =>
  schema.safeParse(sent).error?.issues.map(({ path, message }) => `${path.join(".")}: ${message.replaceAll("\u00a0", " ")}`) ?? [];

describe("a request for information", () => {
  test("is read, and a name of the register is that agency", () => {
    expect(form.parse(typed)).toMatchObject({ seatId: null, membershipId: null, recipient: "A club elsewhere", askedOn: "2026-09-01", dueOn: "2026-09-15", looked: [] });
    expect(form.parse({ ...typed, requester: seat, recipient: "vale  SWIMMING club" })).toMatchObject({ seatId: seat, membershipId: club.id });
    expect(form.parse({ ...typed, agency: twins[1]?.id, recipient: "St Mary’s School" })).toMatchObject({ membershipId: twins[1]?.id });
  });

  test.each<[string, Sent, string]>([
    ["who asks", { requester: "" }, "requester: Choose who asks"],
    ["nobody asked", { recipient: " " }, "recipient: Enter whom you ask"],
    ["two of one name", { recipient: "St Mary’s School" }, "recipient: Several agencies of the register have this name. Open the one you mean there, and ask it from its page"],
    ["no purpose", { purpose: "" }, "purpose: Say what the information is for"],
    ["a short purpose", { purpose: "Because" }, "purpose: The purpose must be 10 characters or more"],
    ["nothing asked for", { askedFor: "" }, "askedFor: Say in general terms what is asked for"],
    ["no basis", { basis: "" }, "basis: Choose the legal basis"],
    ["a basis without words", { basis: "other" }, "basisWords: Say what the basis is"],
    ["due before asked", { dueOn: day("2026-08-31") }, "dueOn: The answer cannot be due before it was asked for"],
    ["no due date", { dueOn: { day: "", month: "", year: "" } }, "dueOn: Enter the day by which an answer is due, like 1 9 2026"],
    ["an identifier", { askedFor: "The record of NHS number 943 476 5919." }, "askedFor: What is asked for contains what is certainly a National Health Service (NHS) number (••• ••• •919). Take it out: nothing about a child or any other person is kept here"],
    ["an identifier as the body", { recipient: "Pupil 943 476 5919" }, "recipient: Whom you ask contains what is certainly a National Health Service (NHS) number (••• ••• •919). Take it out: nothing about a child or any other person is kept here"],
    ["a possible one", { purpose: "About the club at SA1 2BD." }, "looked: Look at what may identify somebody: The purpose may contain a postcode (S•• •••). Take it out, or say below that it identifies nobody"],
  ])("%s", (_what, more, message) => {
    expect(messages(form, { ...typed, ...more })).toEqual([message]);
  });

  test("keeps a possible identifier once exactly that was looked at", () => {
    const sent = { ...typed, purpose: "About the club at SA1 2BD." };
    const [found] = findInWords({ "The purpose": sent.purpose }).possible;
    expect(form.safeParse({ ...sent, looked: found?.fingerprint }).success).toBe(true);
    expect(messages(form, { ...sent, purpose: "About the club at SA1 2BD, 07700 900123.", looked: found?.fingerprint })).toHaveLength(1);
  });
});

test("words are looked through field by field, the same thing once", () => {
  const found = findInWords({ "The purpose": "SA1 2BD", "What is asked for": "SA1 2BD, aged 7", "The basis": null });
  expect(found.certain).toEqual([]);
  expect(found.possible.map(({ text }) => text.replaceAll("\u00a0", " "))).toEqual(["What is asked for may contain a postcode (S•• •••)", "What is asked for may contain a person’s exact age (aged •)"]);
  expect(notLookedAt(found, found.possible.slice(0, 1).map(({ fingerprint }) => fingerprint))).toHaveLength(1);
});

const nothing = { day: "", month: "", year: "" };
const on = day("2026-09-07");

test.each<[string, Parameters<typeof messages>[0], Sent, string[]]>([
  ["another day", moveForm, { dueOn: nothing, words: "", revision: "1" }, ["dueOn: Enter the day by which the answer is due now, like 1 9 2026", "words: Say why the day is moved"]],
  ["an answer", answerForm, { on, words: "", revision: "1" }, ["answer: Say what was done"]],
  ["a refusal", answerForm, { answer: "refused", on, words: "", revision: "1" }, ["words: Give the reason for the refusal"]],
  ["a part", answerForm, { answer: "in-part", on, words: " ", revision: "1" }, ["words: Say what was not supplied, and why"]],
  ["an identifier in an answer", answerForm, { answer: "in-full", on, words: "It is 943 476 5919", revision: "1" }, ["words: What was said contains what is certainly a National Health Service (NHS) number (••• ••• •919). Take it out: nothing about a child or any other person is kept here"]],
  ["a further stage", escalationForm, { on, words: "", revision: "1" }, ["words: Say why it is taken further"]],
  ["a decision", decisionForm(false), { on, words: "", advice: "", minorityView: "", revision: "1" }, ["words: Say what was decided"]],
  ["a decision of the chair", decisionForm(true), { on, words: "Ask again.", advice: "", minorityView: "", revision: "1" }, ["advice: Say what the scrutineer advised, or that no advice was given and why"]],
  ["an end", closureForm, { on, words: "", revision: "1" }, ["outcome: Say how it ended", "words: Say in a sentence what came of it"]],
  ["no revision", closureForm, { outcome: "supplied", on, words: "Given.", revision: "" }, ["revision: The form is incomplete. Copy what you typed, open the page again and paste it."]],
])("%s", (_what, schema, sent, expected) => {
  expect(messages(schema, sent)).toEqual(expected);
});

test("an answer in full needs no words", () => {
  expect(answerForm.parse({ answer: "in-full", on, words: "", revision: "0" })).toEqual({ answer: "in-full", on: "2026-09-07", words: null, looked: [], revision: 0 });
});
