import { sql } from "drizzle-orm";

import { idsIn } from "#app/domain/shared/ids-in.server.ts";
import type { Tx } from "#db/client.server.ts";

/** Who speaks for these agencies today, as representative or deputy: person ids. @param membershipIds of agencies of the partnership */
export async function representativesOf({ db, today }: Tx, partnershipId: string, membershipIds: readonly string[]): Promise<string[]> {
  const rows = await db.execute<{ personId: string }>(sql`
    select distinct a.person_id as "personId" from portal.agency_memberships m
      join portal.appointments a on a.partnership_id = m.partnership_id and a.post_id in (m.representative_post_id, m.deputy_post_id)
    where m.partnership_id = ${partnershipId}::uuid and m.id in ${idsIn(membershipIds)}
      and a.starts_on <= ${today} and (a.ends_on is null or a.ends_on > ${today})`);
  return rows.map((row) => row.personId);
}
