import { describe, expect, it } from "vitest";
import { z } from "zod";

import { fieldErrors, oneError } from "#app/http/field-errors.ts";
import { dateParts, list, rawText, sent, text, toObject, typedOr, withoutSecrets, type FormValues } from "#app/http/form-values.ts";

const values = { title: ["  How we work "], icb: ["a", "b"], empty: [""], "start-day": ["30"], "start-month": ["9"], "start-year": [" 2026 "] };

describe("form values", () => {
  it("gives text with and without the spaces around it", () => {
    expect([rawText(values, "title"), text(values, "title"), text(values, "absent"), text(undefined, "title")]).toEqual(["  How we work ", "How we work", "", ""]);
  });

  it("gives every value of a field", () => {
    expect([list(values, "icb"), list(values, "absent")]).toEqual([["a", "b"], []]);
  });

  it("tells an empty field from an absent one", () => {
    expect([sent(values, "empty"), sent(values, "absent")]).toEqual([true, false]);
  });

  it.each<{ what: string; submitted: FormValues | undefined; expected: string }>([
    { what: "the stored value before anything was sent", submitted: undefined, expected: "stored" },
    { what: "what was typed", submitted: { title: ["typed"] }, expected: "typed" },
    { what: "nothing when the field was emptied", submitted: { title: [""] }, expected: "" },
    { what: "the stored value when another form was sent", submitted: { other: ["x"] }, expected: "stored" },
  ])("shows $what", ({ submitted, expected }) => {
    expect(typedOr(submitted, "title", "stored")).toBe(expected);
  });

  it("collects the parts of a date", () => {
    expect(dateParts(values, "start")).toEqual({ day: "30", month: "9", year: "2026" });
  });

  it("gives a schema the first value of each field", () => {
    expect(toObject({ title: ["A"], icb: ["a", "b"] })).toEqual({ title: "A", icb: "a" });
  });

  it("keeps passwords, codes and keys out of what goes back into the page", () => {
    const typed = { email: ["a@b.example"], password: ["x"], newPassword: ["x"], code: ["123456"], "recovery-code": ["x"], token: ["x"], idempotencyKey: ["x"] };
    expect(withoutSecrets({ ...typed, postcode: ["AB1 2CD"] })).toEqual({ email: ["a@b.example"], postcode: ["AB1 2CD"] });
  });
});

describe("fieldErrors", () => {
  const schema = z.object({
    title: z.string().min(1, "Enter a title").max(3, "Title must be 3 characters or fewer"),
    reason: z.string().min(1, "Give a reason"),
    parts: z.object({ day: z.string().min(1, "Enter a day") }),
  });

  it("links the first message of each field, in the order of the form", () => {
    const result = schema.safeParse({ title: "", reason: "", parts: { day: "" } });
    expect(result.error && fieldErrors(result.error)).toEqual({
      summary: [
        { href: "#title", text: "Enter a title" },
        { href: "#reason", text: "Give a reason" },
        { href: "#parts-day", text: "Enter a day" },
      ],
      fields: { title: "Enter a title", reason: "Give a reason", "parts-day": "Enter a day" },
    });
  });

  it("keeps one message for a field with two, and links nothing for the whole form", () => {
    const error = { issues: [{ path: ["title"], message: "First" }, { path: ["title"], message: "Second" }, { path: [], message: "Whole form" }] };
    expect(fieldErrors(error)).toEqual({ summary: [{ href: "#title", text: "First" }, { text: "Whole form" }], fields: { title: "First" } });
  });

  it("makes the same of a refusal", () => {
    expect(oneError("Already taken", "slug")).toEqual({ summary: [{ href: "#slug", text: "Already taken" }], fields: { slug: "Already taken" } });
    expect(oneError("Try again")).toEqual({ summary: [{ text: "Try again" }], fields: {} });
  });
});
