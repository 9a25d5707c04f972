import { describe, expect, test } from "vitest";

import { can, isMember, permissionTable, type Person } from "#app/domain/access/rules.ts";
import { type Permission, permissions, type Role, roleLabels } from "#app/domain/access/vocabulary.ts";

/** The table of docs/permissions.md, written out again, so that a change of either is noticed. */
const expected: Record<Permission, string> = {
  //                       lsp dsp chair business-manager scrutineer agency-contact education-representative administrator
  "read-people": "yes yes yes yes yes yes yes yes",
  "read-tasks": "yes yes yes yes yes yes yes no",
  "read-drafts": "yes yes yes yes yes no no no",
  "edit-drafts": "no yes yes yes no no no no",
  comment: "yes yes yes yes yes no no no",
  "review-draft": "no yes yes no no no no no",
  "override-detector": "no yes yes yes no no no no",
  freeze: "no yes yes yes no no no no",
  sign: "yes no no no no no no no",
  publish: "yes no yes yes no no no no",
  withdraw: "yes no yes no no no no no",
  "take-down": "yes yes yes yes yes no no yes",
  erase: "yes yes yes yes yes no no yes",
  "appoint-delegate": "yes no no no no no no no",
  delegate: "yes no no no no no no no",
  "propose-appointment": "yes no no yes no no no no",
  "propose-partner": "yes no no yes no no no no",
  agree: "yes no no no no no no no",
  "read-proposals": "yes yes yes yes yes no no no",
  "appoint-business-manager": "yes no no no no no no no",
  "appoint-representative": "yes no yes yes no no no no",
  "record-terms": "yes no no no yes no no no",
  "record-contacts": "no yes yes yes no no no no",
  "read-funding": "yes yes yes yes yes yes yes no",
  "edit-funding": "no no no yes no no no no",
  "edit-own-funding": "no yes no no no yes yes no",
  "read-agencies": "yes yes yes yes yes no no no",
  "edit-agencies": "no yes yes yes no no no no",
  "name-agencies": "no yes yes yes no no no no",
  "tell-agencies": "no yes yes yes no no no no",
  "read-meetings": "yes yes yes yes yes no no no",
  "record-meetings": "no yes yes yes no no no no",
  "read-information-requests": "yes yes yes yes yes yes yes no",
  "record-information-requests": "no yes yes yes no no no no",
  "answer-information-requests": "no yes yes yes no yes yes no",
  "read-decisions": "yes yes yes yes yes no no no",
  "record-decisions": "no yes yes yes no no no no",
  "answer-decisions": "yes no no no no no no no",
  "note-decisions": "yes no no no no no no no",
  "read-escalations": "yes yes yes yes yes no no no",
  "record-escalations": "yes yes yes yes no no no no",
  "set-escalation-clocks": "yes no yes yes no no no no",
  "read-risks": "yes yes yes yes yes no no no",
  "record-risks": "no yes yes yes no no no no",
  "review-risks": "yes yes yes yes no no no no",
  "record-voice": "no yes yes yes no no no no",
  "edit-own-agency": "no no no no no yes yes no",
  "read-priorities": "yes yes yes yes yes no no no",
  "edit-priorities": "no yes yes yes no no no no",
  "agree-priorities": "yes no yes no no no no no",
  "publish-priorities": "no yes yes yes no no no no",
  "conclude-priorities": "no yes yes no no no no no",
  "read-assessments": "yes yes yes yes yes yes yes no",
  "oversee-assessments": "yes yes yes yes yes no no no",
  "issue-assessments": "no yes yes yes no no no no",
  "answer-assessments": "no no no yes no yes yes no",
  "challenge-assessments": "no yes yes no yes no no no",
  "read-actions": "yes yes yes yes yes yes yes no",
  "record-actions": "no yes yes yes no no no no",
  "work-on-actions": "yes yes yes yes yes yes yes no",
  "close-actions": "no yes yes no yes no no no",
  "appoint-first-holder": "no no no no no no no yes",
  "end-appointment": "yes yes yes yes yes yes yes no",
  "adopt-edition": "no yes yes yes no no no no",
  "load-edition": "no no no no no no no yes",
  "load-bodies": "no no no no no no no yes",
  "read-activity": "yes yes yes yes yes no no no",
  "invite-people": "yes no yes yes no no no yes",
  "propose-factor-reset": "no no no yes no no no yes",
  "confirm-factor-reset": "no no yes yes no no no yes",
  "create-partnership": "no no no no no no no yes",
  "manage-accounts": "no no no no no no no yes",
};
const roles: Role[] = ["lsp", "dsp", "chair", "business-manager", "scrutineer", "agency-contact", "education-representative", "administrator"];

function personWith(role: Role, partnershipId = "ours", seatId = "seat-1"): Person {
  if (role === "administrator") return { administrator: true, holds: [] };
  return { administrator: false, holds: [{ partnershipId, role, seatId: role === "lsp" || role === "dsp" ? seatId : null }] };
}

describe("permissions", () => {
  test("cover every role there is", () => {
    expect([...roles].sort()).toEqual(Object.keys(roleLabels).sort());
    expect(Object.keys(permissionTable).sort()).toEqual([...permissions].sort());
  });

  test.each(permissions.flatMap((permission) => roles.map((role, index) => ({ permission, role, may: expected[permission].split(" ")[index] === "yes" }))))(
    "$role, $permission: $may",
    ({ permission, role, may }) => {
      expect(can(personWith(role), permission, { partnershipId: "ours" })).toBe(may);
    },
  );

  test.each(permissions.flatMap((permission) => roles.filter((role) => role !== "administrator").map((role) => ({ permission, role }))))(
    "$role of another partnership never has $permission here",
    ({ permission, role }) => {
      expect(can(personWith(role, "theirs"), permission, { partnershipId: "ours" })).toBe(false);
      expect(isMember(personWith(role, "theirs"), "ours")).toBe(false);
    },
  );

  test.each(["sign", "appoint-delegate", "delegate", "agree", "answer-decisions", "note-decisions"] as const)("%s is for one's own seat", (permission) => {
    expect(can(personWith("lsp"), permission, { partnershipId: "ours", seatId: "seat-1" })).toBe(true);
    expect(can(personWith("lsp"), permission, { partnershipId: "ours", seatId: "seat-2" })).toBe(false);
  });

  test("edit-own-funding is for the lines of one's own seat or post", () => {
    const delegate: Person = { administrator: false, holds: [{ partnershipId: "ours", role: "dsp", seatId: "seat-1", postId: "post-1" }] };
    const contact: Person = { administrator: false, holds: [{ partnershipId: "ours", role: "agency-contact", seatId: null, postId: "post-2" }] };
    const may = (person: Person, seatId: string | null, postId: string | null) => can(person, "edit-own-funding", { partnershipId: "ours", seatId, postId });
    expect([may(delegate, "seat-1", null), may(delegate, "seat-2", null), may(delegate, null, null)]).toEqual([true, false, false]);
    expect([may(contact, null, "post-2"), may(contact, null, "post-1"), may(contact, null, null), may(contact, "seat-1", null)]).toEqual([true, false, false, false]);
  });

  test("roles add up", () => {
    const both: Person = {
      administrator: false,
      holds: [
        { partnershipId: "ours", role: "dsp", seatId: "seat-1" },
        { partnershipId: "ours", role: "chair", seatId: null },
      ],
    };
    expect(can(both, "freeze", { partnershipId: "ours" })).toBe(true);
    expect(can(both, "withdraw", { partnershipId: "ours" })).toBe(true);
    expect(can(both, "sign", { partnershipId: "ours" })).toBe(false);
  });
});
