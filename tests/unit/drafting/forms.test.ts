import { describe, expect, test } from "vitest";

import { detailsForm, freezeForm, gapForm, moveForm, newSectionForm, overrideForm, readReasons, reasonField, removeForm, sectionForm } from "#app/domain/documents/forms.server.ts";
import type { ReadinessLine } from "#app/domain/documents/readiness.ts";
import { fieldErrors, type ValidationError } from "#app/http/field-errors.ts";
import { withoutSecrets } from "#app/http/form-values.ts";

function messages(result: { success: boolean; error?: ValidationError }): Record<string, string> {
  return result.error ? fieldErrors(result.error).fields : {};
}

const section = { title: "Early help", body: "Words.", items: ["needs"], revision: "3", restore: false };
const incomplete = "The form is incomplete. Copy what you typed, open the page again and paste it.";

describe("the section form", () => {
  test("normalises what was typed", () => {
    const parsed = sectionForm.safeParse({ ...section, title: "  Early \t help ", body: "\nCafe\u0301  \r\nnext\n\n" });
    expect(parsed.data).toEqual({ title: "Early help", body: "Caf\u00e9\nnext", items: ["needs"], revision: 3, restore: false });
  });

  test.each<[Partial<Record<keyof typeof section, unknown>>, Record<string, string>]>([
    [{ title: "  " }, { title: "Enter a title for the section" }],
    [{ title: "x".repeat(161) }, { title: "The section’s title must be 160 characters or fewer" }],
    [{ body: "x".repeat(100_001) }, { body: "The text is too long. It can have at most 100,000 characters." }],
    [{ body: "x".repeat(900_000) }, { body: "The text is too long. It can have at most 100,000 characters." }],
    [{ body: "half \ud800 emoji" }, { body: "The text contains half of a character (a broken emoji or symbol). Delete it and type it again." }],
    [{ body: "bell \u0007" }, { body: "Line 1 contains a character that cannot be seen or printed (U+0007). Delete it: retyping the words around it usually helps." }],
    [{ title: "a\nb" }, { title: "Write this on one line." }],
    [{ revision: "" }, { revision: incomplete }],
    [{ revision: "-1" }, { revision: incomplete }],
    [{ revision: "1e9" }, { revision: incomplete }],
    [{ title: "", body: "\u202e" }, { title: "Enter a title for the section", body: expect.stringContaining("hidden mark that changes the direction") as string }],
  ])("%o", (change, expected) => {
    expect(messages(sectionForm.safeParse({ ...section, ...change }))).toEqual(expected);
  });

  test("takes exactly 100,000 characters, and an empty text", () => {
    expect(sectionForm.safeParse({ ...section, body: "x".repeat(100_000) }).success).toBe(true);
    expect(sectionForm.safeParse({ ...section, body: "" }).data?.body).toBe("");
  });
});

describe("small forms", () => {
  test("adding, moving, removing, freezing", () => {
    expect(messages(newSectionForm.safeParse({ title: "", items: [], after: "" }))).toEqual({ title: "Enter a title for the section" });
    expect(newSectionForm.safeParse({ title: "Own", items: [], after: "first" }).success).toBe(true);
    expect(messages(moveForm.safeParse({ direction: "sideways" }))).toEqual({ direction: "Choose up or down" });
    expect(messages(removeForm.safeParse({ revision: "x" }))).toEqual({ revision: incomplete });
    expect(freezeForm.safeParse({ revision: "12" }).data).toEqual({ revision: 12 });
  });

  test.each([
    [gapForm, "Say why this is not covered, in at least 5 characters. The reason is published"],
    [overrideForm, "Say why this may be published, in at least 5 characters"],
  ])("a reason", (form, missing) => {
    expect(messages(form.safeParse({ reason: "  no  " }))).toEqual({ reason: missing });
    expect(messages(form.safeParse({ reason: "x".repeat(1_001) }))).toEqual({ reason: "The text is too long. It can have at most 1,000 characters." });
    expect(form.safeParse({ reason: "There is none here.\n" }).data).toEqual({ reason: "There is none here." });
  });
});

describe("the details form", () => {
  const date = (day: string, month: string, year: string) => ({ day, month, year });
  const none = date("", "", "");
  const details = { title: "How we work", inForceFrom: date("1", "9", "2026"), nextReviewOn: date("1", "9", "2027"), changeNote: "", stamp: "abc" };

  test("dates and note may wait", () => {
    expect(detailsForm("arrangements").safeParse({ ...details, inForceFrom: none, nextReviewOn: none }).data).toEqual({ title: "How we work", inForceFrom: null, nextReviewOn: null, changeNote: null, stamp: "abc" });
    expect(detailsForm("arrangements").safeParse({ ...details, changeNote: "New.\n" }).data).toMatchObject({ inForceFrom: "2026-09-01", nextReviewOn: "2027-09-01", changeNote: "New." });
  });

  test.each<[Partial<typeof details>, Record<string, string>]>([
    [{ title: "" }, { title: "Enter a title for the arrangements" }],
    [{ title: "ab" }, { title: "The title must be 3 characters or more" }],
    [{ title: "x".repeat(161) }, { title: "The title must be 160 characters or fewer" }],
    [{ inForceFrom: date("31", "2", "2026") }, { inForceFrom: "The date the arrangements are in force from must be a real date, like 1 9 2026" }],
    [{ inForceFrom: date("1", "", "2026") }, { inForceFrom: "The date the arrangements are in force from must include a month" }],
    [{ nextReviewOn: date("1", "9", "2926") }, { nextReviewOn: "The date of the next review must have a year between 1990 and 2100" }],
    [{ nextReviewOn: date("1", "9", "2026") }, { nextReviewOn: "The date of the next review must be after the date the arrangements are in force from" }],
    [{ changeNote: "x".repeat(1_001) }, { changeNote: "The text is too long. It can have at most 1,000 characters." }],
  ])("%o", (change, expected) => {
    expect(messages(detailsForm("arrangements").safeParse({ ...details, ...change }))).toEqual(expected);
  });
});

describe("reasons for warnings", () => {
  const warning = (code: string): ReadinessLine => ({ severity: "warning", code, text: code, place: { kind: "details" } });
  const warnings = [warning("vacant:1"), warning("identifier:s:postcode:ab12")];

  test("are read by the code of each warning", () => {
    const typed: Record<string, string> = { [reasonField("vacant:1")]: " Somebody starts on Monday. ", [reasonField("identifier:s:postcode:ab12")]: "no" };
    expect(readReasons(warnings, (field) => typed[field] ?? "")).toEqual({
      reasons: { "vacant:1": "Somebody starts on Monday." },
      errors: [{ field: reasonField("identifier:s:postcode:ab12"), message: "Give a reason of at least 5 characters for letting this stand" }],
    });
  });

  test("have fields that a form keeps when it comes back, whatever the code says", () => {
    for (const { code } of warnings) {
      const field = reasonField(code);
      expect(withoutSecrets({ [field]: ["typed"] })).toEqual({ [field]: ["typed"] });
    }
  });
});
