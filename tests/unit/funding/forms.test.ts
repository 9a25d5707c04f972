import fc from "fast-check";
import { describe, expect, test } from "vitest";

import { addedInYearForm, childrenPercent, contributionForm, fundingTakedownForm, lineRemovalForm, outturnForm, spendingForm, variationForm, yearForm } from "#app/domain/funding/forms.server.ts";
import { fieldErrors, type ValidationError } from "#app/http/field-errors.ts";

const messages = (parsed: { error?: ValidationError }) => (parsed.error ? fieldErrors(parsed.error).fields : {});
const seat = "00000000-0000-4000-8000-000000000001";
const post = "00000000-0000-4000-8000-000000000002";
const incomplete = "The form is incomplete. Copy what you typed, open the page again and paste it.";
const nhsNumber = "National Health Service (NHS) number. Remove it";
const percent = "How much of it is for children must be a percentage from 0 to 100, like 50 or 33.33";
const money = (what: string) => `${what} must be an amount in pounds, like 1,200.50`;
const date = (day: string, month: string, year: string) => ({ day, month, year });

type Typed = Record<string, unknown>;
type Wrong = [changes: Typed, expected: Record<string, string>];

describe("a contribution", () => {
  const cash = { who: seat, contributor: "", sector: "", post: "", payer: "", form: "cash", amount: "1,200.50", valued: "", invoiced: "", received: "", childrenPercent: "", purpose: "", note: "", revision: "3" };
  const inKind = { ...cash, form: "in-kind", amount: "", valued: "no", purpose: "A seconded officer" };
  const read = (changes: Typed = {}, from: Typed = cash) => contributionForm.safeParse({ ...from, ...changes });

  test("of a statutory partner needs little more than its amount", () => {
    expect(read().data).toEqual({
      line: { seatId: seat, postId: null, contributor: "", sector: "other", payer: null, form: "cash", pence: 1_200_50, invoicedPence: null, receivedPence: null, childrenShare: 10_000, purpose: "", ringFenced: false, note: null },
      repeated: false,
      revision: 3,
    });
  });

  test("of somebody else has a name, a kind of body, and perhaps their own people", () => {
    const typed = { who: "other", contributor: "  Vale   Probation ", sector: "probation", post, payer: " The Ministry ", amount: "", invoiced: "£1,000", received: "(0.50)", childrenPercent: "33.33%", purpose: "Training", ringFenced: "yes", note: "First half.\n\nSecond half.", repeated: "yes", revision: undefined };
    expect(read(typed).data).toEqual({
      line: { seatId: null, postId: post, contributor: "Vale Probation", sector: "probation", payer: "The Ministry", form: "cash", pence: null, invoicedPence: 1_000_00, receivedPence: -50, childrenShare: 3_333, purpose: "Training", ringFenced: true, note: "First half.\n\nSecond half." },
      repeated: true,
      revision: 0,
    });
  });

  test("a partner’s line takes no name or kind of body from the form", () => {
    expect(read({ contributor: "Somebody else", sector: "police" }).data?.line).toMatchObject({ seatId: seat, contributor: "", sector: "other" });
  });

  test("nothing, £0 and nothing typed are not the same", () => {
    expect([read({ amount: "" }).data?.line.pence, read({ amount: "0" }).data?.line.pence]).toEqual([null, 0]);
  });

  test("help in kind is described, and valued or expressly not", () => {
    expect(read({}, inKind).data?.line).toMatchObject({ form: "in-kind", pence: null, purpose: "A seconded officer" });
    expect(read({ valued: "yes", amount: "500" }, inKind).data?.line).toMatchObject({ form: "in-kind", pence: 500_00 });
    expect(read({ valued: "yes", amount: "0" }, inKind).data?.line).toMatchObject({ pence: 0 });
  });

  test.each<Wrong>([
    [{ who: "" }, { who: "Choose who contributes" }],
    [{ who: undefined }, { who: "Choose who contributes" }],
    [{ who: "me" }, { who: "Choose who contributes" }],
    [{ who: "other" }, { contributor: "Enter who contributes", sector: "Choose what kind of body it is" }],
    [{ who: "other", contributor: "V", sector: "sheriff" }, { contributor: "The contributor must be 2 characters or more", sector: "Choose what kind of body it is" }],
    [{ who: "other", contributor: "V".repeat(161), sector: "police" }, { contributor: "The contributor must be 160 characters or fewer" }],
    [{ who: "other", contributor: "943 476 5919", sector: "police" }, { contributor: `The contributor contains what is certainly a ${nhsNumber}: it is public and must identify nobody` }],
    [{ post: "nobody" }, { post: "Choose from the list" }],
    [{ payer: "P" }, { payer: "Who pays must be 2 characters or more" }],
    [{ payer: "P".repeat(161) }, { payer: "Who pays must be 160 characters or fewer" }],
    [{ payer: "943 476 5919" }, { payer: `Who pays contains what is certainly a ${nhsNumber}: it is public and must identify nobody` }],
    [{ form: "" }, { form: "Choose cash or in kind" }],
    [{ form: undefined }, { form: "Choose cash or in kind" }],
    [{ amount: "lots" }, { amount: money("The amount") }],
    [{ amount: "-300" }, { amount: "The amount cannot be less than £0" }],
    [{ amount: "1.234" }, { amount: "The amount must not have parts of a penny: use at most two figures after the point" }],
    [{ amount: "1,000,000,000.01" }, { amount: "The amount must be £1 billion or less" }],
    [{ valued: "perhaps" }, { valued: "Say whether a value was put on it" }],
    [{ invoiced: "-1" }, { invoiced: "The amount invoiced cannot be less than £0" }],
    [{ received: "1,20" }, { received: `${money("The amount received")}: check the commas and the point` }],
    [{ childrenPercent: "101" }, { childrenPercent: percent }],
    [{ childrenPercent: "-1" }, { childrenPercent: percent }],
    [{ purpose: "x" }, { purpose: "What it is for must be 2 characters or more" }],
    [{ purpose: "x".repeat(301) }, { purpose: "What it is for must be 300 characters or fewer" }],
    [{ purpose: "For 943 476 5919" }, { purpose: `What it is for contains what is certainly a ${nhsNumber}: it is public and must identify nobody` }],
    [{ purpose: "a\nb" }, { purpose: "Write this on one line." }],
    [{ note: "x".repeat(1_001) }, { note: "The note must be 1,000 characters or fewer" }],
    [{ note: "About the child with 943 476 5919." }, { note: `This contains what is certainly a ${nhsNumber}: the text is published and must identify nobody` }],
    [{ note: "a\u202eb" }, { note: expect.stringContaining("hidden mark that changes the direction") as string }],
    [{ revision: "x" }, { revision: incomplete }],
    [{ revision: "-1" }, { revision: incomplete }],
  ])("%o", (changes, expected) => {
    expect(messages(read(changes))).toEqual(expected);
  });

  test.each<Wrong>([
    [{ valued: "" }, { valued: "Say whether a value was put on it: help in kind is valued, or expressly not" }],
    [{ valued: "yes" }, { amount: "Enter its value, or say that no value was put on it" }],
    [{ valued: "no", amount: "500" }, { amount: "Leave the amount empty, or say that a value was put on it" }],
    [{ valued: "no", amount: "0" }, { amount: "Leave the amount empty, or say that a value was put on it" }],
    [{ purpose: " " }, { purpose: "Describe the help in kind, such as a seconded officer for two days a week" }],
    [{ invoiced: "5" }, { invoiced: "Help in kind is neither invoiced nor received in money: leave this empty" }],
    [{ received: "5" }, { received: "Help in kind is neither invoiced nor received in money: leave this empty" }],
    [{ ringFenced: "yes" }, { ringFenced: "Only a grant in cash can be ring-fenced" }],
    [{ valued: "", purpose: "", ringFenced: "yes", received: "0" }, { valued: expect.any(String) as string, purpose: expect.any(String) as string, ringFenced: expect.any(String) as string, received: expect.any(String) as string }],
  ])("in kind: %o", (changes, expected) => {
    expect(messages(read(changes, inKind))).toEqual(expected);
  });
});

describe("how much of it is for children", () => {
  test.each([["", 10_000], [" ", 10_000], ["50", 5_000], ["50 %", 5_000], ["33.33", 3_333], ["33.3%", 3_330], ["0", 0], ["100", 10_000], ["100.00", 10_000], ["0.01", 1]])("%j is %i hundredths of a percent", (typed, share) => {
    expect(childrenPercent.parse(typed)).toBe(share);
  });

  test.each(["101", "100.01", "-1", "33.333", "half", "1/2", "5%0", "%", "%50", "50%%", "1e1", ".5", "50.", "0050", "50,5", "NaN"])("%j is refused", (typed) => {
    expect(childrenPercent.safeParse(typed).error?.issues.map((issue) => issue.message)).toEqual([percent]);
  });

  test("is read back, whatever it is", () => {
    fc.assert(
      fc.property(fc.integer({ min: 0, max: 10_000 }), (share) => {
        expect(childrenPercent.parse(String(share / 100))).toBe(share);
      }),
    );
  });
});

describe("a line of spending", () => {
  const good = { category: "staffing", description: " The  team ", budget: "220,000", actual: "-1.50", childrenPercent: "50", note: "", revision: "2" };

  test("is read", () => {
    expect(spendingForm.parse(good)).toEqual({ line: { category: "staffing", description: "The team", pence: 220_000_00, actualPence: -1_50, childrenShare: 5_000, note: null }, repeated: false, revision: 2 });
    expect(spendingForm.parse({ ...good, budget: "", actual: "", repeated: "yes", revision: undefined })).toMatchObject({ line: { pence: null, actualPence: null }, repeated: true, revision: 0 });
  });

  test.each<Wrong>([
    [{ category: "" }, { category: "Choose what the money is spent on" }],
    [{ category: "holidays" }, { category: "Choose what the money is spent on" }],
    [{ description: "" }, { description: "Describe what is paid for" }],
    [{ description: "x" }, { description: "The description must be 2 characters or more" }],
    [{ description: "x".repeat(161) }, { description: "The description must be 160 characters or fewer" }],
    [{ description: "For 943 476 5919" }, { description: `The description contains what is certainly a ${nhsNumber}: it is public and must identify nobody` }],
    [{ budget: "-300" }, { budget: "The amount in the budget cannot be less than £0" }],
    [{ budget: "abc" }, { budget: money("The amount in the budget") }],
    [{ actual: "1e308" }, { actual: money("The amount spent") }],
    [{ childrenPercent: "101" }, { childrenPercent: percent }],
    [{ note: "About 943 476 5919" }, { note: `This contains what is certainly a ${nhsNumber}: the text is published and must identify nobody` }],
    [{ note: "x".repeat(1_001) }, { note: "The note must be 1,000 characters or fewer" }],
    [{ revision: "" }, { revision: incomplete }],
  ])("%o", (changes, expected) => {
    expect(messages(spendingForm.safeParse({ ...good, ...changes }))).toEqual(expected);
  });
});

describe("what is said of a year", () => {
  const empty = { agreed: "", broughtForward: "", broughtForwardPercent: "", sharesStatement: "", notIncluded: "", material: "", population: "", populationSource: "", earlierSource: "", revision: "1" };

  test("may be empty, and is then not provided", () => {
    expect(yearForm.parse(empty)).toEqual({ agreedPence: null, broughtForwardPence: null, broughtForwardChildrenShare: 10_000, sharesStatement: "", notIncluded: "", materialPence: null, population: null, populationSource: null, earlierSource: null, revision: 1 });
  });

  test("is read", () => {
    const typed = { agreed: "£300,000.50", broughtForward: "(1,000)", broughtForwardPercent: "50", sharesStatement: "By size.\n\nAnd by need.", notIncluded: "Staff time.", material: "0", population: "69,000", populationSource: "ONS mid-year estimate 2024", earlierSource: "The yearly report" };
    expect(yearForm.parse({ ...empty, ...typed })).toMatchObject({ agreedPence: 300_000_50, broughtForwardPence: -1_000_00, broughtForwardChildrenShare: 5_000, sharesStatement: "By size.\n\nAnd by need.", materialPence: 0, population: 69_000, populationSource: "ONS mid-year estimate 2024", earlierSource: "The yearly report" });
  });

  const number = "The number of children must be a whole number, like 69,000";
  const source = "Say where the number of children is from, like ONS mid-year estimate 2024";
  test.each<Wrong>([
    [{ agreed: "-1" }, { agreed: "The total the partners agreed cannot be less than £0" }],
    [{ agreed: "x" }, { agreed: money("The total the partners agreed") }],
    [{ broughtForward: "1.200,50" }, { broughtForward: `${money("The amount brought forward")}: check the commas and the point` }],
    [{ broughtForwardPercent: "half" }, { broughtForwardPercent: percent }],
    [{ sharesStatement: "x".repeat(5_001) }, { sharesStatement: "The statement on the shares must be 5,000 characters or fewer" }],
    [{ sharesStatement: "For 943 476 5919" }, { sharesStatement: `This contains what is certainly a ${nhsNumber}: the text is published and must identify nobody` }],
    [{ notIncluded: "x".repeat(5_001) }, { notIncluded: "What is not included must be 5,000 characters or fewer" }],
    [{ material: "-1" }, { material: "The amount from which a change needs a signature cannot be less than £0" }],
    [{ population: "1.5", populationSource: "ONS" }, { population: number }],
    [{ population: "0", populationSource: "ONS" }, { population: number }],
    [{ population: "-69000", populationSource: "ONS" }, { population: number }],
    [{ population: "many", populationSource: "ONS" }, { population: number }],
    [{ population: "20,000,001", populationSource: "ONS" }, { population: number }],
    [{ population: "69,000" }, { populationSource: source }],
    [{ populationSource: "ONS 2024" }, { population: "Enter the number of children, or leave out its source" }],
    [{ population: "69,000", populationSource: "O" }, { populationSource: "The source must be 3 characters or more" }],
    [{ earlierSource: "x" }, { earlierSource: "Where it was published first must be 3 characters or more" }],
    [{ earlierSource: "x".repeat(301) }, { earlierSource: "Where it was published first must be 300 characters or fewer" }],
    [{ revision: "" }, { revision: incomplete }],
  ])("%o", (changes, expected) => {
    expect(messages(yearForm.safeParse({ ...empty, ...changes }))).toEqual(expected);
  });
});

describe("a change in the year", () => {
  const good = { amount: "79,000.25", on: date("1", "6", "2026"), reason: "A rise in pay.", revision: "1" };

  test("is read", () => {
    expect(variationForm.parse(good)).toEqual({ amount: 79_000_25, on: "2026-06-01", reason: "A rise in pay.", revision: 1 });
    expect(addedInYearForm.parse(good)).toEqual({ on: "2026-06-01", reason: "A rise in pay." });
  });

  test.each<Wrong>([
    [{ amount: "" }, { amount: "Enter the new amount" }],
    [{ amount: "-1" }, { amount: "The new amount cannot be less than £0" }],
    [{ amount: "x" }, { amount: money("The new amount") }],
    [{ on: date("", "", "") }, { on: "Enter the day from which it holds, like 1 9 2026" }],
    [{ on: date("31", "", "2026") }, { on: "The day from which it holds must include a month" }],
    [{ on: date("31", "6", "2026") }, { on: "The day from which it holds must be a real date, like 1 9 2026" }],
    [{ reason: "" }, { reason: "Say why the amount changes: it is published" }],
    [{ reason: "Pay" }, { reason: "Give the reason in at least 5 characters" }],
    [{ reason: "x".repeat(501) }, { reason: "The reason must be 500 characters or fewer" }],
    [{ reason: "For 943 476 5919" }, { reason: `This contains what is certainly a ${nhsNumber}: the text is published and must identify nobody` }],
    [{ revision: "1e3" }, { revision: incomplete }],
  ])("%o", (changes, expected) => {
    expect(messages(variationForm.safeParse({ ...good, ...changes }))).toEqual(expected);
  });

  test("a line that is added says why too", () => {
    expect(messages(addedInYearForm.safeParse({ on: date("", "", ""), reason: "" }))).toEqual({ on: "Enter the day from which it holds, like 1 9 2026", reason: "Say why the line is added: it is published" });
  });
});

describe("small forms", () => {
  test("an outturn that is published again says why; the first says nothing", () => {
    expect(outturnForm.parse({ note: " " })).toEqual({ note: null });
    expect(outturnForm.parse({ note: "A late invoice." })).toEqual({ note: "A late invoice." });
    expect(messages(outturnForm.safeParse({ note: "x" }))).toEqual({ note: "The reason must be 5 characters or more" });
    expect(messages(outturnForm.safeParse({ note: "x".repeat(501) }))).toEqual({ note: "The reason must be 500 characters or fewer" });
    expect(messages(outturnForm.safeParse({ note: "For 943 476 5919" }))).toEqual({ note: `The reason contains what is certainly a ${nhsNumber}: it is public and must identify nobody` });
  });

  test("a takedown has a public reason", () => {
    expect(messages(fundingTakedownForm.safeParse({ reason: "" }))).toEqual({ reason: "Give the reason that the public will read" });
    expect(messages(fundingTakedownForm.safeParse({ reason: "No" }))).toEqual({ reason: "Give the reason in at least 5 characters" });
    expect(messages(fundingTakedownForm.safeParse({ reason: "x".repeat(301) }))).toEqual({ reason: "The reason must be 300 characters or fewer" });
    expect(messages(fundingTakedownForm.safeParse({ reason: "About 943 476 5919" }))).toEqual({ reason: `The reason contains what is certainly a ${nhsNumber}: it is public and must identify nobody` });
  });

  test("a removal carries the revision it began from", () => {
    expect(lineRemovalForm.parse({ revision: "4" })).toEqual({ revision: 4 });
    expect(messages(lineRemovalForm.safeParse({ revision: "" }))).toEqual({ revision: incomplete });
  });
});
