import { describe, expect, test } from "vitest";

import { correctForm, declineForm, signForm, takeDownForm, withdrawForm } from "#app/domain/documents/version-forms.server.ts";
import { fieldErrors } from "#app/http/field-errors.ts";

type Form = ReturnType<typeof signForm> | typeof correctForm | typeof declineForm | typeof withdrawForm | typeof takeDownForm;

function errors(form: Form, fields: Record<string, string>): Record<string, string> {
  const parsed = form.safeParse(fields);
  return parsed.success ? {} : fieldErrors(parsed.error).fields;
}

describe("signing", () => {
  test("both boxes are needed, each with its own message, in the order of the page", () => {
    const parsed = signForm("arrangements").safeParse({});
    expect(parsed.success ? [] : fieldErrors(parsed.error).summary).toEqual([
      { href: "#agree", text: "Tick the box to say that you have read these arrangements and agree to them" },
      { href: "#understand", text: "Tick the box to say that you understand your signature, name and office will be published" },
    ]);
  });

  test("a box counts only as the page sends it", () => {
    expect(Object.keys(errors(signForm("arrangements"), { agree: "on", understand: "yes" }))).toEqual(["agree"]);
    expect(errors(signForm("arrangements"), { agree: "yes", understand: "yes" })).toEqual({});
  });
});

describe.each([
  { name: "declining", form: declineForm, missing: "Say why you decline, or what must change", most: 4_000 },
  { name: "withdrawing", form: withdrawForm, missing: "Give the reason that the public will read", most: 1_000 },
  { name: "taking down", form: takeDownForm, missing: "Give the reason that the public will read, without identifying anybody", most: 1_000 },
])("the reason for $name", ({ form, missing, most }) => {
  test("is asked for", () => {
    expect(errors(form, {})).toEqual({ reason: missing });
    expect(errors(form, { reason: " \n " })).toEqual({ reason: missing });
    expect(errors(form, { reason: "abcd" })).toEqual({ reason: `${missing}, in at least 5 characters` });
    expect(errors(form, { reason: "abcde" })).toEqual({});
  });

  test("has a longest length", () => {
    expect(errors(form, { reason: "é".repeat(most) })).toEqual({});
    expect(errors(form, { reason: "é".repeat(most + 1) })).toEqual({ reason: `The text is too long. It can have at most ${most.toLocaleString("en-GB")} characters.` });
  });

  test("holds no character that misleads, and comes out clean", () => {
    expect(errors(form, { reason: "Hidden \u202e mark" }).reason).toContain("changes the direction");
    const parsed = form.safeParse({ reason: "  Ends here.\r\n\r\nThen more.  " });
    expect(parsed.data).toEqual({ reason: "Ends here.\n\nThen more." });
  });
});

test("a public reason holds no identifier; a decline, which is not public, may be about one", () => {
  const reason = "NHS number 943 476 5919 was published.";
  expect(errors(withdrawForm, { reason }).reason).toMatch(/^The reason contains what is certainly a .*\(NHS\) number\. Remove it: the reason is public and must identify nobody$/);
  expect(errors(takeDownForm, { reason }).reason).toContain("must identify nobody");
  expect(errors(declineForm, { reason })).toEqual({});
});

describe("correcting a note", () => {
  const whole = { after: "In force from May.", reason: "The month was wrong.", known: "0" };

  test("both texts are asked for, each with its own message", () => {
    expect(errors(correctForm, { known: "0" })).toEqual({ after: "Enter what the note should say", reason: "Say why you correct it, for the public" });
    expect(errors(correctForm, { ...whole, reason: "typo" })).toEqual({ reason: "Say why you correct it, for the public, in at least 5 characters" });
    expect(errors(correctForm, { ...whole, after: "é".repeat(1_001) })).toEqual({ after: "The text is too long. It can have at most 1,000 characters." });
    expect(errors(correctForm, { ...whole, known: "x" })).toEqual({ known: "The form is incomplete. Copy what you typed, open the page again and paste it." });
    expect(correctForm.safeParse(whole).data).toEqual({ after: "In force from May.", reason: "The month was wrong.", known: 0 });
  });

  test("neither holds an identifier: both are public", () => {
    const number = "943 476 5919";
    expect(errors(correctForm, { ...whole, after: `NHS number ${number}` }).after).toMatch(/^The note contains what is certainly a .* Remove it: the note is public and must identify nobody$/);
    expect(errors(correctForm, { ...whole, reason: `NHS number ${number}` }).reason).toMatch(/^The reason contains/);
  });
});
