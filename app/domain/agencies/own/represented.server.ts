import { and, eq, sql } from "drizzle-orm";

import { forbid } from "#app/domain/access/require.server.ts";
import { isUuid } from "#app/domain/shared/is-uuid.ts";
import { done, type Outcome, refused } from "#app/domain/shared/refusals.ts";
import type { SessionTx } from "#db/client.server.ts";
import { agencies, agencyMemberships } from "#db/schema/index.ts";

import type { OwnValues } from "./vocabulary.ts";

export interface Represented {
  membership: typeof agencyMemberships.$inferSelect;
  values: OwnValues;
  /** Whether this partnership keeps the body's name and numbers. */
  ours: boolean;
  /** The post by which the actor speaks for it. */
  postId: string;
}

/**
 * The agency of a partnership for which the actor speaks today, as representative or as deputy. Another agency of the same
 * partnership is not there for them, whatever office they hold besides. Refusals: not-permitted, not-found.
 */
export async function requireRepresented(tx: SessionTx, { partnershipId, membershipId }: { partnershipId: string; membershipId: string }): Promise<Outcome<Represented>> {
  const forbidden = forbid(tx.me, "edit-own-agency", { partnershipId });
  if (forbidden) return forbidden;
  if (!isUuid(membershipId)) return refused("not-found");
  const [row] = await tx.db
    .select({ membership: agencyMemberships, agency: agencies })
    .from(agencyMemberships)
    .innerJoin(agencies, eq(agencies.id, agencyMemberships.agencyId))
    .where(and(eq(agencyMemberships.id, membershipId), eq(agencyMemberships.partnershipId, partnershipId), sql`${agencyMemberships.id} in (select portal.my_agency_memberships())`));
  const speaksBy = tx.me.holds.find(({ postId }) => row && [row.membership.representativePostId, row.membership.deputyPostId].includes(postId));
  if (!row || !speaksBy) return refused("not-found");
  return done({ membership: row.membership, values: toValues(row.membership, row.agency), ours: row.agency.keptBy === partnershipId, postId: speaksBy.postId });
}

/** What the record says in each part that its own people may propose to change. */
export function toValues({ howWeWork, contactEmail }: Pick<typeof agencyMemberships.$inferSelect, "howWeWork" | "contactEmail">, { legalName, urn, charityNumber, organisationCode, parent, phase, establishment }: typeof agencies.$inferSelect): OwnValues {
  return { howWeWork, contactEmail, legalName, urn, charityNumber, organisationCode, parent, phase, establishment };
}
