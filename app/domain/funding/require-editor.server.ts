import { forbid } from "#app/domain/access/require.server.ts";
import { can } from "#app/domain/access/rules.ts";
import type { Outcome } from "#app/domain/shared/refusals.ts";
import type { Me } from "#db/client.server.ts";

/** May edit every line, or only those of the own seat or post. */
export type Editing = "all" | "own";

/** How far somebody may edit the lines of a partnership's funding, or why not at all. */
export function editingOf(me: Me, partnershipId: string): Editing | Extract<Outcome<never>, { ok: false }> {
  if (can(me, "edit-funding", { partnershipId })) return "all";
  return forbid(me, "edit-own-funding", { partnershipId }) ?? "own";
}

/** Whether a line belongs to a seat or post that this person holds today. */
export function isOwnLine(me: Me, partnershipId: string, { seatId, postId }: { seatId: string | null; postId: string | null }): boolean {
  return can(me, "edit-own-funding", { partnershipId, seatId, postId });
}
