import { describe, expect, test } from "vitest";

import type { AgencyChoices } from "#app/domain/agencies/agency-choices.ts";
import { agencyForm, namingForm, proposedSha256, withdrawalForm } from "#app/domain/agencies/forms.server.ts";
import type { AgencyCategory } from "#app/domain/agencies/vocabulary.ts";

const category = (id: string, inSchedule = true): AgencyCategory => ({ listId: "list", id, part: "Part", sector: "education", title: `The ${id}`, paragraph: null, confidence: "verified", inSchedule });
const post = { id: "11111111-1111-4111-8111-111111111111", office: "Head", body: "A school" };
const choices: AgencyChoices = { categories: [category("school"), category("outside", false)], areas: [{ code: "E1", name: "East" }, { code: "E2", name: "West" }], posts: [post] };
const day = (iso = "") => ({ day: iso.slice(8), month: iso.slice(5, 7), year: iso.slice(0, 4) });
const typed = { legalName: "Heron Hill Primary School", urn: "", charityNumber: "", organisationCode: "", parent: "", phase: "", establishment: "", category: "school", inclusion: "statutory", reason: "", howWeWork: "", areas: [], audits: [], representativePostId: "", deputyPostId: "", contactEmail: "", toldOn: day(), acknowledgedOn: day() };
const problemOf = (changes: object) => agencyForm(choices, { withBody: true }).safeParse({ ...typed, ...changes }).error?.issues[0]?.message ?? null;

describe("an agency", () => {
  test("is read as it was typed", () => {
    expect(agencyForm(choices, { withBody: true }).parse({ ...typed, urn: " 400 123 ", charityNumber: "1234567-2", organisationCode: "ey123456", areas: ["E2"], audits: ["section-175", "section-11"], contactEmail: " office@heron.example ", revision: "3" })).toEqual({
      body: { legalName: "Heron Hill Primary School", urn: 400_123, charityNumber: "1234567-2", organisationCode: "EY123456", parent: null, phase: null, establishment: null },
      membership: { category: "school", inclusion: "statutory", reason: null, howWeWork: null, areas: ["E2"], audits: ["section-11", "section-175"], representativePostId: null, deputyPostId: null, contactEmail: "office@heron.example", toldOn: null, acknowledgedOn: null },
      repeated: false,
      revision: 3,
    });
    expect(agencyForm(choices, { withBody: false }).parse({ ...typed, legalName: "" }).body).toBeNull();
  });

  test("that works in every area works in all of the partnership", () => {
    expect(agencyForm(choices, { withBody: true }).parse({ ...typed, areas: ["E1", "E2"] }).membership.areas).toEqual([]);
  });

  test.each([
    [{ legalName: "" }, "Enter the legal name"],
    [{ legalName: "A" }, "The legal name must be 2 characters or more"],
    [{ legalName: "Child 943 476 5919" }, "The legal name contains what is certainly a National Health Service (NHS) number. Remove it: it is public and must identify nobody"],
    [{ urn: "12345" }, "The URN must be the six digits of the register of schools, like 123456"],
    [{ charityNumber: "1234567-0" }, "The charity number must be six or seven digits, like 1234567, or 1234567-2 for a linked charity"],
    [{ organisationCode: "R!" }, "The organisation code must be 3 to 12 letters and digits, like RX1 or EY123456"],
    [{ category: "" }, "Choose a category"],
    [{ inclusion: "" }, "Say whether it is under the statutory duty"],
    [{ category: "outside" }, "A body outside the Schedule is named by agreement: it has no statutory duty"],
    [{ reason: "No" }, "The reason must be 3 characters or more"],
    [{ reason: "x".repeat(1_001) }, "The reason must be 1,000 characters or fewer"],
    [{ areas: ["E3"] }, "Choose areas from the list"],
    [{ audits: ["section-9"] }, "Choose audits from the list"],
    [{ representativePostId: "somebody" }, "Choose from the list"],
    [{ representativePostId: post.id, deputyPostId: post.id }, "The deputy must be another post than the representative"],
    [{ contactEmail: "office@heron" }, "Enter an e-mail address in full, like office@school.example"],
    [{ toldOn: day("2026-09-31") }, "The day it was told must be a real date, like 1 9 2026"],
    [{ toldOn: day("2026-09-02"), acknowledgedOn: day("2026-09-01") }, "It cannot have acknowledged before it was told"],
  ])("%j is refused", (changes, message) => {
    expect(problemOf(changes)).toBe(message);
  });
});

describe("naming", () => {
  const school = { id: "school", title: "School" };
  const charity = { id: "charity", title: "Charity" };
  const proposed = [
    { id: "a", reason: null, closedOn: null, category: school },
    { id: "b", reason: "It is ours.", closedOn: null, category: school },
    { id: "c", reason: null, closedOn: null, category: charity },
    { id: "d", reason: null, closedOn: "2026-08-31", category: { id: "nursery", title: "Nursery" } },
  ];
  const shown = proposedSha256(proposed);
  const read = (typed: object) => namingForm(proposed).safeParse({ category: [], without: [], shown, ...typed });

  test("asks for the reason of a category only where one that is to be named has none", () => {
    expect(read({ category: ["school"], without: ["a"] }).data).toEqual({ membershipIds: ["b"], reasons: {} });
    expect(read({ category: ["school"], "reason-school": "Every school.", "reason-charity": "" }).data).toEqual({ membershipIds: ["a", "b"], reasons: { school: "Every school." } });
    expect(read({ category: ["school", "charity"], "reason-school": "Every school." }).error?.issues).toMatchObject([{ path: ["reason-charity"], message: "Charity: Say why the bodies of this category are chosen: it is published" }]);
  });

  test.each([
    [{}, ["category"], "Tick a category of agencies to name"],
    [{ category: ["school"], without: ["a", "b"] }, ["category"], "Tick a category of agencies to name"],
    [{ category: ["nursery"] }, ["category"], "Tick a category of agencies to name"],
    [{ category: ["school"], "reason-school": "Every school.", shown: proposedSha256([]) }, [], "Somebody changed what is proposed while you had the page open. Look at it again, then name"],
  ])("%j is refused", (typed, path, message) => {
    expect(read(typed).error?.issues).toMatchObject([{ path, message }]);
  });
});

test("withdrawing asks from when and why", () => {
  expect(withdrawalForm.safeParse({ on: day(), reason: "", revision: "1" }).error?.issues.map((issue) => issue.message)).toEqual(["Enter the day from which it is no longer named, like 1 9 2026", "Say why it is no longer named: it is published"]);
});
