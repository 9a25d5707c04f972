import type { Me } from "#db/client.server.ts";

import { type Outcome, refused } from "../shared/refusals.ts";
import { can, isMember, type Subject } from "./rules.ts";
import type { Permission } from "./vocabulary.ts";

/**
 * Null when permitted. Not yours and not there look the same: somebody outside the partnership is told
 * "not found", a member without the permission is told so.
 */
export function forbid(me: Me, permission: Permission, subject: Subject): Extract<Outcome<never>, { ok: false }> | null {
  if (can(me, permission, subject)) return null;
  const inside = subject.partnershipId !== null && (isMember(me, subject.partnershipId) || me.administrator);
  return refused(inside ? "not-permitted" : "not-found");
}
