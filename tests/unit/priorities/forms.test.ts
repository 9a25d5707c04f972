import { describe, expect, test } from "vitest";

import { agreementForm, conclusionForm, moveForm, priorityForm, statementForm } from "#app/domain/priorities/forms.server.ts";
import { measureForm, pointForm } from "#app/domain/priorities/measure-forms.server.ts";

const seat = "00000000-0000-4000-8000-000000000001";
const school = { id: "00000000-0000-4000-8000-000000000002", name: "Heron Hill School" };
const other = "00000000-0000-4000-8000-000000000003";
const day = (iso: string) => ({ year: iso.slice(0, 4), month: iso.slice(5, 7), day: iso.slice(8) });
const none = { day: "", month: "", year: "" };
type Sent = Record<string, unknown>;
const messages = (schema: { safeParse(sent: unknown): { error?: { issues: readonly { path: readonly PropertyKey[]; message: string }[] } } }, sent: Sent) =>
  schema.safeParse(sent).error?.issues.map(({ path, message }) => `${path.join(".")}: ${message.replaceAll("\u00a0", " ")}`) ?? [];

describe("a priority", () => {
  const form = priorityForm({ today: "2026-09-08", seats: [{ id: seat, name: "Vale Council" }], agencies: [school] });
  const typed = { title: "Children are helped sooner", why: "The audit found long waits.", outcome: "Children wait less.", periodFrom: day("2026-04-01"), periodTo: day("2028-03-31"), leadSeatId: seat, agencies: "", dueOn: day("2027-03-31") };

  test("is read, its agencies by their names", () => {
    expect(form.parse({ ...typed, agencies: " heron  hill SCHOOL \n\nHeron Hill School\n" })).toMatchObject({ membershipIds: [school.id], dueOn: "2027-03-31", looked: [] });
  });

  test.each<[string, Sent, string]>([
    ["no title", { title: " " }, "title: Enter what the priority is called"],
    ["a short reason", { why: "Because" }, "why: Why it was chosen must be 10 characters or more"],
    ["no outcome", { outcome: "" }, "outcome: Say what is to be different for children"],
    ["no lead", { leadSeatId: "" }, "leadSeatId: Choose who leads it"],
    ["an agency that is not there", { agencies: "Heron Hill School\nVale Police" }, "agencies: The register has no agency called “Vale Police”. Write each as the register names it, one in each line"],
    ["a period backwards", { periodTo: day("2026-03-31") }, "periodTo: The period cannot end before it begins"],
    ["due before it begins", { dueOn: day("2026-03-31") }, "dueOn: It cannot be due before the period begins"],
    ["an identifier", { title: "About 943 476 5919" }, "title: The title contains what is certainly a National Health Service (NHS) number (••• ••• •919). Take it out: nothing about a child or any other person is kept here"],
    ["a possible one", { outcome: "Children at SA1 2BD wait less." }, "looked: Look at what may identify somebody: The outcome may contain a postcode (S•• •••). Take it out, or say below that it identifies nobody"],
  ])("%s", (_what, more, message) => {
    expect(messages(form, { ...typed, ...more })).toEqual([message]);
  });
});

describe("a measure", () => {
  const form = measureForm([{ id: other }]);
  const typed = { name: "Waits over six weeks", definition: "Of all referred", unit: "per cent", direction: "down", countsChildren: "no", baseline: "62", baselineOn: day("2026-03-31"), target: "", targetOn: none, source: "Council return", frequency: "quarterly", revision: "2" };

  test("is read, its figures exactly", () => {
    expect(form.parse({ ...typed, baseline: "1,204.50" })).toMatchObject({ baseline: "1204.50", baselineOn: "2026-03-31", target: null, targetOn: null, partOf: null, runningTotal: false, countsChildren: false });
    expect(form.parse({ ...typed, countsChildren: "yes", runningTotal: "yes", partOf: other })).toMatchObject({ runningTotal: true, partOf: other });
  });

  test.each<[string, Sent, string]>([
    ["no unit", { unit: "" }, "unit: Enter the unit, like “children” or “per cent”"],
    ["no direction", { direction: "" }, "direction: Choose what is better for children"],
    ["whom it counts", { countsChildren: undefined }, "countsChildren: Say whether it counts children"],
    ["a baseline in words", { baseline: "sixty" }, "baseline: Enter the baseline in figures, like 1,204 or 45.5, without the unit"],
    ["a baseline with no day", { baselineOn: none }, "baselineOn: Enter the day of the baseline, like 1 9 2026"],
    ["a target with no day", { target: "40" }, "targetOn: Enter the day of the target, like 1 9 2026"],
    ["a day with no target", { targetOn: day("2027-03-31") }, "target: Enter the target of that day, or leave both out"],
    ["a running total of no children", { runningTotal: "yes" }, "countsChildren: Only a count of children is a running total or part of another measure here"],
    ["part of one that is not there", { countsChildren: "yes", partOf: seat }, "partOf: Choose from the list"],
    ["no source", { source: "" }, "source: Say where the figures come from"],
  ])("%s", (_what, more, message) => {
    expect(messages(form, { ...typed, ...more })).toEqual([message]);
  });
});

describe("a figure", () => {
  const typed = { value: "45.5", on: day("2026-06-30"), source: "Council return", revision: "2" };
  test("is read with what was confirmed of it", () => {
    expect(pointForm.parse({ ...typed, confirmed: "factor,anything,out-of-order", reason: "It was counted anew." })).toMatchObject({ value: "45.5", confirmed: ["out-of-order", "factor"], reason: "It was counted anew." });
  });
  test.each<[string, Sent, string]>([
    ["nothing", { value: "" }, "value: Enter the figure"],
    ["with its unit", { value: "45 %" }, "value: Enter the figure in figures, like 1,204 or 45.5, without the unit"],
    ["no day", { on: none }, "on: Enter the day that the figure is of, like 1 9 2026"],
    ["confirmed without why", { confirmed: "factor" }, "reason: Say why the figure is right"],
  ])("%s", (_what, more, message) => {
    expect(messages(pointForm, { ...typed, ...more })).toEqual([message]);
  });
});

test.each<[string, Parameters<typeof messages>[0], Sent, string[]]>([
  ["agreement", agreementForm, { on: none, where: "" }, ["on: Enter the day on which it was agreed, like 1 9 2026", "where: Say where it was agreed, and by whom"]],
  ["statement", statementForm, { state: "achieved", words: "" }, ["state: Choose how it stands", "words: Say what was done, and what it changed"]],
  ["conclusion", conclusionForm, { words: "" }, ["words: Say what shows it, or why it is closed"]],
  ["move", moveForm, { dueOn: day("2027-09-30"), reason: " ", agreedBy: "" }, ["reason: Say why the due date is moved", "agreedBy: Say who agreed to it"]],
  ["move about somebody", moveForm, { dueOn: day("2027-09-30"), reason: "Because of SA1 2BD", agreedBy: "The leads" }, ["looked: Look at what may identify somebody: The reason may contain a postcode (S•• •••). Take it out, or say below that it identifies nobody"]],
])("what is missing from the form of a %s is said", (_what, form, sent, said) => {
  expect(messages(form, { revision: "1", ...sent })).toEqual(said);
});
