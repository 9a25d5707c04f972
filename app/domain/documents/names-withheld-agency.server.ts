import { sql } from "drizzle-orm";

import type { Tx } from "#db/client.server.ts";

import type { VersionRow } from "./version.server.ts";

/** Whether a frozen version names a body whose name was withheld from the public since: it may not be published any more. */
export async function namesWithheldAgency({ db }: Tx, { partnershipId, contentSha256, kind }: Pick<VersionRow, "partnershipId" | "contentSha256" | "kind">): Promise<boolean> {
  if (kind !== "arrangements") return false;
  const [row] = await db.execute<{ named: boolean }>(sql`
    select exists (
      select from portal.payloads p, jsonb_array_elements(coalesce((case when p.media_type = 'application/json' then convert_from(p.body, 'UTF8')::jsonb end)->'agencies', '[]')) as agency
      where p.partnership_id = ${partnershipId}::uuid and p.sha256 = ${contentSha256}
        and (agency->>'id')::uuid in (select publication.withheld_agencies())) as named`);
  return row?.named ?? false;
}
