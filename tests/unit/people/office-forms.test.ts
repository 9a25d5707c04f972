import { describe, expect, test } from "vitest";

import { declineProposalForm, delegationForm, proposeForm, representativeForm, scrutineerTermsForm, somebodyElse } from "#app/domain/people/office-forms.server.ts";
import { fieldErrors } from "#app/http/field-errors.ts";

const date = (day: string, month: string, year: string) => ({ day, month, year });
const none = date("", "", "");
const person = { name: "Cai Rowe", email: "cai@vale.example" };
const messages = (schema: { safeParse: (typed: unknown) => { success: true } | { success: false; error: Parameters<typeof fieldErrors>[0] } }, typed: unknown) => {
  const parsed = schema.safeParse(typed);
  return parsed.success ? {} : fieldErrors(parsed.error).fields;
};

describe("proposing a scrutineer", () => {
  const good = { ...person, appointingBody: "The three partners together", startsOn: date("1", "10", "2026"), termEndsOn: date("30", "9", "2029"), contractEndsOn: none, interests: "None declared", reason: "The term ends." };

  test("comes to a proposal; a contract may have no end", () => {
    expect(proposeForm("scrutineer", "").parse(good)).toEqual({
      whom: person, office: "Independent scrutineer", acting: false, startsOn: "2026-10-01", reason: "The term ends.",
      terms: { appointingBody: "The three partners together", termEndsOn: "2029-09-30", contractEndsOn: null, interests: "None declared" },
    });
  });

  test.each([
    [{ appointingBody: "" }, { appointingBody: "Enter who appoints them, like the three partners together" }],
    [{ appointingBody: "A" }, { appointingBody: "Who appoints them must have at least 2 characters" }],
    [{ appointingBody: "A".repeat(161) }, { appointingBody: "Who appoints them must have 160 characters or fewer" }],
    [{ termEndsOn: none }, { termEndsOn: "Enter the date the term ends, like 1 9 2026" }],
    [{ termEndsOn: date("1", "10", "2026") }, { termEndsOn: "The term must end after the appointment starts" }],
    [{ contractEndsOn: date("30", "9", "2026") }, { contractEndsOn: "The contract must end after the appointment starts" }],
    [{ contractEndsOn: date("31", "2", "2027") }, { contractEndsOn: "The date the contract ends must be a real date, like 1 9 2026" }],
    [{ interests: " " }, { interests: "Enter the interests declared, or “None declared”" }],
    [{ interests: "-" }, { interests: "The interests declared must have at least 2 characters" }],
    [{ interests: "A".repeat(2_001) }, { interests: "The interests declared must have 2,000 characters or fewer" }],
    [{ reason: "" }, { reason: "Say why, for those who decide" }],
    [{ reason: "no" }, { reason: "Say why in at least 3 characters" }],
    [{ reason: "A".repeat(1_001) }, { reason: "The reason must have 1,000 characters or fewer" }],
  ])("%o", (typed, expected) => {
    expect(messages(proposeForm("scrutineer", ""), { ...good, ...typed })).toEqual(expected);
  });

  test("what is published holds no identifier of a person", () => {
    expect(messages(proposeForm("scrutineer", ""), { ...good, interests: "Her number is 943 476 5919." })).toEqual({ interests: expect.stringContaining("This contains what is certainly a") });
  });
});

describe("proposing a chair", () => {
  const good = { startsOn: date("1", "10", "2026"), reviewOn: date("1", "10", "2027"), reason: "As the leads discussed." };

  test("one of the delegates is named by their person", () => {
    const chair = "7b0c6a2e-3a43-4f0e-9d4f-3a6c8f7f6b11";
    expect(proposeForm("chair", chair).parse({ ...good, chair })).toMatchObject({ whom: { personId: chair }, office: "Partnership chair", terms: { reviewOn: "2027-10-01" } });
  });

  test.each([
    ["", {}, { chair: "Choose who is to chair the partnership" }],
    ["7b0c6a2e-3a43-4f0e-9d4f-3a6c8f7f6b11", { reviewOn: none }, { reviewOn: "Enter the date the chair is reviewed, like 1 9 2026" }],
    [somebodyElse, { ...person, independentReason: "" }, { independentReason: "Give the reason for an independent chair: it is published" }],
    [somebodyElse, { ...person, independentReason: "Because" }, { independentReason: "Give the reason for an independent chair in at least 10 characters" }],
    [somebodyElse, { ...person, independentReason: "A".repeat(1_001) }, { independentReason: "The reason for an independent chair must have 1,000 characters or fewer" }],
    [somebodyElse, { name: "", email: "", independentReason: "All three delegates are new." }, { name: "Enter their full name", email: "Enter their work e-mail address" }],
  ])("%s %o", (chair, typed, expected) => {
    expect(messages(proposeForm("chair", chair), { ...good, chair, ...typed })).toEqual(expected);
  });
});

test.each([
  ["", "Say what is delegated, and what is not"],
  ["All of it", "Say what is delegated in at least 10 characters"],
  ["A".repeat(1_001), "What is delegated must have 1,000 characters or fewer"],
])("what is delegated: %s", (scope, message) => {
  expect(messages(delegationForm, { scope, startsOn: date("1", "9", "2026") })).toEqual({ scope: message });
});

test.each([
  [{ represents: undefined }, { represents: "Choose whom they represent" }],
  [{ represents: "everybody" }, { represents: "Choose whom they represent" }],
  [{ body: "" }, { body: "Enter the name of the agency or setting they speak for" }],
  [{ body: "A" }, { body: "The name must have at least 2 characters" }],
  [{ body: "A".repeat(161) }, { body: "The name must have 160 characters or fewer" }],
])("a representative: %o", (typed, expected) => {
  expect(messages(representativeForm, { ...person, represents: "agency", body: "Vale Probation", office: "Head of Service", startsOn: date("1", "9", "2026"), ...typed })).toEqual(expected);
});

test("a scrutineer's terms, and a decline, say what is missing", () => {
  expect(messages(scrutineerTermsForm, { termEndsOn: none, contractEndsOn: none, interests: "" })).toEqual({ termEndsOn: "Enter the date the term ends, like 1 9 2026", interests: "Enter the interests declared, or “None declared”" });
  expect(messages(declineProposalForm, { reason: "" })).toEqual({ reason: "Say why you decline, or what must change" });
  expect(messages(declineProposalForm, { reason: "No" })).toEqual({ reason: "Say why in at least 5 characters" });
});
