import { describe, expect, test } from "vitest";

import { commentForm, correctionForm, replyForm } from "#app/domain/documents/comments/forms.server.ts";
import { mayResolve, openComments } from "#app/domain/documents/comments/rules.ts";
import type { PartnershipRole } from "#app/domain/access/vocabulary.ts";

const person = "6f1b1c1e-5d57-4f0c-9d0b-1c2d3e4f5a6b";

function messages(result: { success: boolean; error?: { issues: { message: string }[] } }): string[] {
  return result.error?.issues.map((issue) => issue.message) ?? [];
}

describe("a comment", () => {
  test("is cleaned as all text of documents is", () => {
    const input = commentForm.parse({ text: "  Say\u00a0who\u200b leads.  ", addressedTo: [person], revision: "3" });
    expect(input).toEqual({ text: "Say\u00a0who leads.", addressedTo: [person], revision: 3 });
  });

  test.each([
    ["", "Write your comment"],
    ["   ", "Write your comment"],
    ["The number is 943 476 5919.", "The comment contains what is certainly a National Health Service (NHS) number (•••\u00a0•••\u00a0•919). Remove it: nothing about one person may be written here"],
  ])("%j is refused: %s", (text, message) => {
    for (const form of [commentForm, replyForm, correctionForm]) expect(messages(form.safeParse({ text, addressedTo: [], revision: "1" }))).toEqual([message]);
  });

  test("that is too long, names nobody there is, or has no revision is refused", () => {
    expect(messages(replyForm.safeParse({ text: "a".repeat(4_001), addressedTo: [] }))).toHaveLength(1);
    expect(messages(replyForm.safeParse({ text: "a", addressedTo: ["nobody"] }))).toEqual(["Open the page again and choose from the people in the list"]);
    expect(messages(commentForm.safeParse({ text: "a", addressedTo: [], revision: "x" }))).toEqual(["The form is incomplete. Copy what you typed, open the page again and paste it"]);
  });

  test("may hold what only might identify somebody: that is shown, not refused", () => {
    expect(replyForm.safeParse({ text: "Ring 01632 960123.", addressedTo: [] }).success).toBe(true);
  });
});

test.each([
  ["dsp", false, true],
  ["chair", false, true],
  ["business-manager", false, true],
  ["lsp", false, false],
  ["lsp", true, true],
  ["scrutineer", true, true],
  ["scrutineer", false, false],
  ["agency-contact", true, false],
] as const)("a %s whose own comment it is (%s) may resolve it: %s", (role: PartnershipRole, own, may) => {
  const who = { personId: "me", administrator: false, holds: [{ partnershipId: "ours", role, seatId: null }] };
  expect(mayResolve(who, { partnershipId: "ours", openedBy: own ? "me" : "another" })).toBe(may);
  expect(mayResolve(who, { partnershipId: "theirs", openedBy: own ? "me" : "another" })).toBe(false);
});

test("counts", () => {
  expect([openComments(1), openComments(2)]).toEqual(["1 open comment", "2 open comments"]);
});
