import { describe, expect, test } from "vitest";

import type { Person } from "#app/domain/access/rules.ts";
import { partnershipRoles, type Role } from "#app/domain/access/vocabulary.ts";
import { wayToFill } from "#app/domain/people/ways-to-fill.ts";

const person = (role: Role): Person =>
  role === "administrator" ? { administrator: true, holds: [] } : { administrator: false, holds: [{ partnershipId: "ours", role, seatId: role === "lsp" || role === "dsp" ? "seat-1" : null }] };

/** The rows of the permission table about appointing, written out again: who fills a post alone, and who proposes. */
const table: { post: Role; everHeld: boolean; seat: string | null; appoint: Role[]; propose: Role[] }[] = [
  { post: "lsp", everHeld: false, seat: "seat-2", appoint: ["administrator"], propose: ["lsp", "business-manager"] },
  { post: "lsp", everHeld: true, seat: "seat-1", appoint: [], propose: ["lsp", "business-manager"] },
  { post: "dsp", everHeld: false, seat: "seat-1", appoint: ["lsp"], propose: [] },
  { post: "dsp", everHeld: true, seat: "seat-2", appoint: [], propose: [] },
  { post: "chair", everHeld: false, seat: null, appoint: [], propose: ["lsp", "business-manager"] },
  { post: "chair", everHeld: true, seat: null, appoint: [], propose: ["lsp", "business-manager"] },
  { post: "scrutineer", everHeld: false, seat: null, appoint: [], propose: ["lsp", "business-manager"] },
  { post: "scrutineer", everHeld: true, seat: null, appoint: [], propose: ["lsp", "business-manager"] },
  { post: "business-manager", everHeld: false, seat: null, appoint: ["administrator"], propose: [] },
  { post: "business-manager", everHeld: true, seat: null, appoint: ["lsp"], propose: [] },
  { post: "agency-contact", everHeld: false, seat: null, appoint: ["lsp", "chair", "business-manager"], propose: [] },
  { post: "education-representative", everHeld: true, seat: null, appoint: ["lsp", "chair", "business-manager"], propose: [] },
];

describe.each(table)("$post, held before: $everHeld, seat $seat", ({ post, everHeld, seat, appoint, propose }) => {
  test.each<Role>([...partnershipRoles, "administrator"])("%s", (role) => {
    if (post === "administrator") throw new Error("no such post");
    const expected = appoint.includes(role) ? "appoint" : propose.includes(role) ? "propose" : null;
    expect(wayToFill(person(role), { partnershipId: "ours", role: post, seatId: seat, everHeld })).toBe(expected);
    expect(wayToFill({ ...person(role), administrator: false }, { partnershipId: "theirs", role: post, seatId: seat, everHeld })).toBeNull();
  });
});
