import { describe, expect, test } from "vitest";

import { appointForm, endForm, isIdentifier } from "#app/domain/people/forms.server.ts";
import { fieldErrors } from "#app/http/field-errors.ts";

const date = (day: string, month: string, year: string) => ({ day, month, year });
const good = { name: "Ada Fernhill", email: "ada@northmoor.example", office: "Chief Executive", acting: "no", startsOn: date("1", "4", "2024") };

const messages = (typed: Partial<Record<keyof typeof good, unknown>>) => {
  const parsed = appointForm.safeParse({ ...good, ...typed });
  return parsed.success ? {} : fieldErrors(parsed.error).fields;
};

test("an appointment as it is stored", () => {
  expect(appointForm.parse({ ...good, name: " Ada  Fernhill ", email: " ada@northmoor.example ", acting: "yes" })).toEqual({ ...good, acting: true, startsOn: "2024-04-01" });
});

describe("every message of the form for appointing", () => {
  test.each([
    [{ name: " " }, { name: "Enter their full name" }],
    [{ name: "A" }, { name: "Their full name must have at least 2 characters" }],
    [{ name: "A".repeat(121) }, { name: "Their full name must have 120 characters or fewer" }],
    [{ email: "" }, { email: "Enter their work e-mail address" }],
    [{ email: "ada" }, { email: "Enter an e-mail address in full, like name@northmoor.example" }],
    [{ email: `${"a".repeat(250)}@northmoor.example` }, { email: expect.stringMatching(/^(Enter an e-mail address in full|The e-mail address must have 254)/) }],
    [{ office: "" }, { office: "Enter the title of the office, like Chief Executive" }],
    [{ office: "A" }, { office: "The title of the office must have at least 2 characters" }],
    [{ office: "A".repeat(121) }, { office: "The title of the office must have 120 characters or fewer" }],
    [{ acting: undefined }, { acting: "Choose whether the appointment is acting" }],
    [{ acting: "maybe" }, { acting: "Choose whether the appointment is acting" }],
    [{ startsOn: date("", "", "") }, { startsOn: "Enter the date the appointment starts, like 1 9 2026" }],
    [{ startsOn: date("29", "2", "2025") }, { startsOn: "The date the appointment starts must be a real date, like 1 9 2026" }],
  ])("%o", (typed, expected) => {
    expect(messages(typed)).toEqual(expected);
  });

  test("a name that could mislead a reader is refused", () => {
    expect(messages({ name: "Ada \u202eFernhill" })["name"]).toContain("changes the direction of the text");
    expect(messages({ name: "Ada\u0007 Fernhill" })["name"]).toContain("cannot be seen or printed");
  });
});

test.each([
  [{ endsOn: date("", "", ""), reason: "Retired" }, { endsOn: "Enter the date the appointment ends, like 1 9 2026" }],
  [{ endsOn: date("1", "9", "2026"), reason: "" }, { reason: "Give the reason, like Retired" }],
  [{ endsOn: date("1", "9", "2026"), reason: "no" }, { reason: "Give the reason in at least 3 characters" }],
  [{ endsOn: date("1", "9", "2026"), reason: "A".repeat(301) }, { reason: "The reason must have 300 characters or fewer" }],
])("the form for ending: %o", (typed, expected) => {
  const parsed = endForm.safeParse(typed);
  expect(parsed.success ? {} : fieldErrors(parsed.error).fields).toEqual(expected);
});

test("only an identifier is looked up", () => {
  expect(isIdentifier("7b0c6a2e-3a43-4f0e-9d4f-3a6c8f7f6b11")).toBe(true);
  expect(isIdentifier("appoint")).toBe(false);
  expect(isIdentifier(undefined)).toBe(false);
});
