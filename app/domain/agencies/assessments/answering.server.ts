import { and, eq, sql } from "drizzle-orm";

import { can } from "#app/domain/access/rules.ts";
import { forbid } from "#app/domain/access/require.server.ts";
import { done, type Outcome, refused } from "#app/domain/shared/refusals.ts";
import type { SessionTx } from "#db/client.server.ts";
import { agencyMemberships } from "#db/schema/index.ts";

import type { Standing } from "./views.ts";

/** In which office somebody answers for an agency, and whether that is on its behalf. */
export interface Answering {
  office: string;
  onBehalf: boolean;
}

/** Whether the signed-in person speaks for this agency today, as its representative or deputy. */
export async function speaksFor({ db }: SessionTx, membershipId: string): Promise<boolean> {
  const [row] = await db.execute<{ mine: boolean }>(sql`select ${membershipId}::uuid in (select portal.my_agency_memberships()) as mine`);
  return row?.mine ?? false;
}

/** The agencies for which somebody with an account speaks: those answer for themselves. */
export async function withAccount({ db }: SessionTx, partnershipId: string): Promise<Set<string>> {
  const rows = await db.execute<{ id: string }>(sql`select id from portal.agencies_with_account(${partnershipId}::uuid) as id`);
  return new Set(rows.map((row) => row.id));
}

/** How the signed-in person stands to an agency that is asked something. */
export async function standingOf(tx: SessionTx, partnershipId: string, membershipId: string): Promise<Standing> {
  if (!can(tx.me, "answer-assessments", { partnershipId })) return "none";
  if (await speaksFor(tx, membershipId)) return "own";
  if (!tx.me.holds.some((held) => held.partnershipId === partnershipId && held.role === "business-manager")) return "none";
  return (await withAccount(tx, partnershipId)).has(membershipId) ? "blocked" : "on-behalf";
}

/**
 * In which office the signed-in person answers for an agency: their own post that speaks for it, or the business manager's
 * where nobody with an account does. Refusals: not-permitted, not-found, agency-answers-itself.
 */
export async function answeringFor(tx: SessionTx, partnershipId: string, membershipId: string): Promise<Outcome<Answering>> {
  const forbidden = forbid(tx.me, "answer-assessments", { partnershipId });
  if (forbidden) return forbidden;
  const standing = await standingOf(tx, partnershipId, membershipId);
  if (standing === "none") return refused("not-found");
  if (standing === "blocked") return refused("agency-answers-itself");
  const [row] = await tx.db
    .select({ representative: agencyMemberships.representativePostId, deputy: agencyMemberships.deputyPostId })
    .from(agencyMemberships)
    .where(and(eq(agencyMemberships.id, membershipId), eq(agencyMemberships.partnershipId, partnershipId)));
  const held = tx.me.holds.find((each) => each.partnershipId === partnershipId && (standing === "own" ? each.postId === row?.representative || each.postId === row?.deputy : each.role === "business-manager"));
  if (!held) return refused("not-found");
  return done({ office: held.organisation ? `${held.office}, ${held.organisation}` : held.office, onBehalf: standing === "on-behalf" });
}
