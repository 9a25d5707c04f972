import { describe, expect, test } from "vitest";

import { proposeChangeForm, setAsideForm } from "#app/domain/agencies/own/forms.server.ts";
import { changedSince, differences } from "#app/domain/agencies/own/rules.ts";
import type { OwnValues } from "#app/domain/agencies/own/vocabulary.ts";

const now: OwnValues = { howWeWork: null, contactEmail: null, legalName: "Otter Brook School", urn: 400_123, charityNumber: null, organisationCode: null, parent: "The Brook Trust", phase: "Primary", establishment: null };
const typed = { howWeWork: "", contactEmail: "", legalName: "Otter Brook School", urn: "400123", charityNumber: "", organisationCode: "", parent: "The Brook Trust", phase: "Primary", establishment: "", note: "", revision: "3" };
const problemOf = (changes: object) => proposeChangeForm({ withBody: true }).safeParse({ ...typed, ...changes }).error?.issues[0]?.message ?? null;

describe("a change that an agency proposes", () => {
  test("is what reads differently, and nothing else", () => {
    expect(differences(now, { legalName: "Otter Brook Academy", parent: null, phase: "Primary" })).toEqual({
      parts: ["legalName", "parent"],
      before: { legalName: "Otter Brook School", parent: "The Brook Trust" },
      after: { legalName: "Otter Brook Academy", parent: null },
    });
    expect(differences(now, proposeChangeForm({ withBody: true }).parse(typed).after).parts).toEqual([]);
  });

  test("without the body is how they work together only", () => {
    expect(proposeChangeForm({ withBody: false }).parse({ ...typed, legalName: "Renamed", howWeWork: "By the forum." })).toEqual({ note: null, revision: 3, after: { howWeWork: "By the forum.", contactEmail: null } });
  });

  test.each([
    [{ legalName: "" }, "Enter the legal name"],
    [{ urn: "12" }, "The URN must be the six digits of the register of schools, like 123456"],
    [{ howWeWork: "No" }, "How you work together must be 3 characters or more"],
    [{ howWeWork: "With 943 476 5919" }, "This contains what is certainly a National Health Service (NHS) number. Remove it: the text is published and must identify nobody"],
    [{ note: "x".repeat(501) }, "Why must be 500 characters or fewer"],
    [{ contactEmail: "office" }, "Enter an e-mail address in full, like office@school.example"],
    [{ revision: "" }, "The form is incomplete. Copy what you typed, open the page again and paste it."],
  ])("%j is refused", (changes, message) => {
    expect(problemOf(changes)).toBe(message);
  });

  test("says what moved meanwhile", () => {
    expect(changedSince({ before: { legalName: "Otter", phase: "Primary" }, now })).toEqual(["legalName"]);
  });

  test("is set aside with a reason", () => {
    expect(setAsideForm.safeParse({ reason: "" }).error?.issues[0]?.message).toBe("Say why it is set aside: the agency reads it");
    expect(setAsideForm.parse({ reason: " The trust says otherwise. " }).reason).toBe("The trust says otherwise.");
  });
});
