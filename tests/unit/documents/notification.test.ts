import { expect, test } from "vitest";

import { notificationForm } from "#app/domain/documents/government/forms.server.ts";
import { notificationText } from "#app/domain/documents/government/notification.ts";

const facts = {
  kind: "arrangements" as const,
  number: 3,
  title: "How we work together",
  partnership: "Northmoor Safeguarding Children Partnership",
  publishedAt: new Date("2026-10-02T23:30:00Z"),
  inForceFrom: "2026-11-01",
  changeNote: "Education is now up to date.",
  contentSha256: "a".repeat(64),
  signedBy: ["Northmoor Council", "NHS Moor ICB", "Moor Police"],
  address: "https://example.org/partnerships/northmoor/arrangements/versions/3",
};

test("the letter says what was published, when in London, by whom it was signed and where it is", () => {
  expect(notificationText(facts).split("\n\n")).toEqual([
    "To the Secretary of State for Education",
    "Northmoor Safeguarding Children Partnership has published its multi-agency safeguarding arrangements (MASA), version 3, “How we work together”, on 3 October 2026. They are in force from 1 November 2026.",
    "What changed: Education is now up to date.",
    "The lead safeguarding partners of Northmoor Council, NHS Moor ICB and Moor Police have each signed them.",
    "You can read them here: https://example.org/partnerships/northmoor/arrangements/versions/3",
    `SHA-256 of the signed text: ${"a".repeat(64)}`,
  ]);
});

test("what is not known is left out", () => {
  const text = notificationText({ ...facts, changeNote: null, inForceFrom: null });
  expect(text).not.toContain("What changed");
  expect(text).not.toContain("in force from");
});

test.each([
  [{ day: "", month: "", year: "" }, "Enter the date the Secretary of State was told, like 1 9 2026"],
  [{ day: "31", month: "2", year: "2026" }, "The date the Secretary of State was told must be a real date, like 1 9 2026"],
])("%o is refused: %s", (notifiedOn, message) => {
  expect(notificationForm.safeParse({ notifiedOn }).error?.issues[0]?.message).toBe(message);
});
