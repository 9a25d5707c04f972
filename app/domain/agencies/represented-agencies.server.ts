import { asc, eq, sql } from "drizzle-orm";

import type { SessionTx } from "#db/client.server.ts";
import { agencies, agencyMemberships } from "#db/schema/index.ts";

/** An agency for which somebody speaks. `id` is that of its membership in the partnership. */
export interface RepresentedAgency {
  id: string;
  agencyId: string;
  legalName: string;
}

/** The agencies of a partnership for which the signed-in person speaks today, as representative or as deputy. */
export async function listRepresentedAgencies({ db }: SessionTx, partnershipId: string): Promise<RepresentedAgency[]> {
  return db
    .select({ id: agencyMemberships.id, agencyId: agencyMemberships.agencyId, legalName: agencies.legalName })
    .from(agencyMemberships)
    .innerJoin(agencies, eq(agencies.id, agencyMemberships.agencyId))
    .where(sql`${agencyMemberships.partnershipId} = ${partnershipId}::uuid and ${agencyMemberships.id} in (select portal.my_agency_memberships())`)
    .orderBy(asc(sql`lower(${agencies.legalName})`), asc(agencyMemberships.id));
}
