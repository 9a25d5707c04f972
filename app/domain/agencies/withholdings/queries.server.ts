import { and, asc, desc, eq, ne, sql } from "drizzle-orm";
import { alias } from "drizzle-orm/pg-core";

import { isUuid } from "#app/domain/shared/is-uuid.ts";
import { as, type SessionActor, type Tx } from "#db/client.server.ts";
import { agencies, agencyMemberships, agencyWithholdings, people } from "#db/schema/index.ts";

import type { MentioningAgency, WaitingVersion, Withholding } from "./withholding-view.ts";

/** The names of the bodies in a register that the public does not read, whichever partnership decided so. */
export async function listWithheldNames({ db }: Tx, partnershipId: string): Promise<string[]> {
  const rows = await db
    .select({ name: agencies.legalName })
    .from(agencyMemberships)
    .innerJoin(agencies, eq(agencies.id, agencyMemberships.agencyId))
    .where(and(eq(agencyMemberships.partnershipId, partnershipId), sql`${agencies.id} in (select publication.withheld_agencies())`));
  return rows.map(({ name }) => name);
}

/** The posts that speak for a body whose name the public does not read. */
export async function listWithheldPosts({ db }: Tx): Promise<Set<string>> {
  return new Set((await db.execute<{ id: string }>(sql`select id from publication.withheld_posts() as post (id)`)).map(({ id }) => id));
}

/** Every decision of this partnership about an agency's name, the last first. */
export async function listWithholdings(actor: SessionActor, partnershipId: string, membershipId: string): Promise<Withholding[]> {
  if (!isUuid(membershipId)) return [];
  const by = alias(people, "withheld_by");
  const endedBy = alias(people, "ended_by");
  const rows = await as(actor, ({ db }) =>
    db
      .select({ withholding: agencyWithholdings, by: by.name, endedBy: endedBy.name })
      .from(agencyWithholdings)
      .leftJoin(by, eq(by.id, agencyWithholdings.withheldBy))
      .leftJoin(endedBy, eq(endedBy.id, agencyWithholdings.endedBy))
      .where(and(eq(agencyWithholdings.partnershipId, partnershipId), eq(agencyWithholdings.membershipId, membershipId)))
      .orderBy(desc(agencyWithholdings.withheldAt)),
  );
  const somebody = "Somebody who has left";
  return rows.map(({ withholding: { id, withheldAt, reason, endedAt, endedReason }, ...names }) => ({
    id,
    at: withheldAt.toISOString(),
    by: names.by ?? somebody,
    reason,
    ended: endedAt && { at: endedAt.toISOString(), by: names.endedBy ?? somebody, reason: endedReason ?? "" },
  }));
}

/** The frozen arrangements of a partnership that name a body and wait for signatures, or to be published. */
export async function listWaitingVersions(actor: SessionActor, partnershipId: string, agencyId: string): Promise<WaitingVersion[]> {
  return as(actor, async ({ db }) => {
    const rows = await db.execute<{ number: number }>(sql`
      select v.number from portal.versions v join portal.payloads p on p.partnership_id = v.partnership_id and p.sha256 = v.content_sha256
      where v.partnership_id = ${partnershipId}::uuid and v.kind = 'arrangements' and v.status in ('awaiting', 'approved', 'scheduled')
        and (case when p.media_type = 'application/json' then convert_from(p.body, 'UTF8')::jsonb end)->'agencies' @> ${JSON.stringify([{ id: agencyId }])}::jsonb
      order by v.number`);
    return rows.map(({ number }) => ({ number }));
  });
}

/** Named agencies of a register in whose words or parent the name stands, by name: the portal takes the name out, and what is left may tell. */
export async function listMentioning(actor: SessionActor, partnershipId: string, { agencyId, legalName }: { agencyId: string; legalName: string }): Promise<MentioningAgency[]> {
  const words = sql`concat_ws(' ', ${agencyMemberships.reason}, ${agencyMemberships.howWeWork}, ${agencies.parent})`;
  return as(actor, ({ db }) =>
    db
      .select({ id: agencyMemberships.id, legalName: agencies.legalName })
      .from(agencyMemberships)
      .innerJoin(agencies, eq(agencies.id, agencyMemberships.agencyId))
      .where(and(eq(agencyMemberships.partnershipId, partnershipId), eq(agencyMemberships.status, "named"), ne(agencies.id, agencyId), sql`strpos(lower(${words}), lower(${legalName})) > 0`))
      .orderBy(asc(agencies.legalName)),
  );
}
