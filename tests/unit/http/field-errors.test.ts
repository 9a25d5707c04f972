import { expect, test } from "vitest";

import { errorsOf, joinErrors, oneError } from "#app/http/field-errors.ts";

test("what is wrong with two parts of a form is said together, in order, once for each field", () => {
  const boxes = errorsOf({ agree: "Tick the box", password: "Enter your password" });
  const joined = joinErrors(boxes, errorsOf({ password: "Another word on it", code: "Enter the code" }));
  expect(joined.fields).toEqual({ agree: "Tick the box", password: "Enter your password", code: "Enter the code" });
  expect(joined.summary.map(({ href }) => href)).toEqual(["#agree", "#password", "#password", "#code"]);
});

test("an error of the whole form links nowhere", () => {
  expect(joinErrors(oneError("Try again later"), errorsOf({}))).toEqual({ summary: [{ text: "Try again later" }], fields: {} });
});
