import { expect, test } from "vitest";

import { endWithholdingForm, withholdForm } from "#app/domain/agencies/withholdings/forms.server.ts";

test.each([
  ["", "Say why the name must not be public"],
  ["ab", "Give the reason in at least 3 characters"],
  ["x".repeat(501), "The reason must be 500 characters or fewer"],
  ["The NHS number is 943 476 5919.", "This contains what is certainly a National Health Service (NHS) number. Remove it: everybody in office reads it"],
])("a reason for withholding of “%s”", (reason, message) => {
  expect(withholdForm.safeParse({ reason, revision: "1" }).error?.issues.map((issue) => issue.message)).toEqual([message]);
});

test("a name is public again with a reason, and once the agency was asked", () => {
  expect(withholdForm.parse({ reason: " Families  live there. ", revision: "3" })).toEqual({ reason: "Families  live there.", revision: 3 });
  expect(endWithholdingForm.safeParse({ reason: "", asked: "", revision: "1" }).error?.issues.map((issue) => [issue.path[0], issue.message])).toEqual([["reason", "Say why the name may be public again"], ["asked", "Ask the agency first, then tick the box"]]);
  expect(endWithholdingForm.parse({ reason: "It moved.", asked: "yes", revision: "2" })).toMatchObject({ reason: "It moved.", revision: 2 });
});
