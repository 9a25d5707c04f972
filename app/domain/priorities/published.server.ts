import { and, asc, eq, inArray, sql } from "drizzle-orm";

import { type PriorityOutline, type PriorityUpdate, stateOfUpdate, type StoredPriorityUpdate } from "#app/domain/publication/priorities.ts";
import type { Tx } from "#db/client.server.ts";
import { agencies, agencyMemberships, priorityAgencies, publicationBodies, publicationNotices, publications } from "#db/schema/index.ts";

import { hiddenBy, type InvolvedBody } from "./priority-outline.ts";

/** The updates of a priority that were published, oldest first: what an administrator may read, too. */
export async function readUpdates({ db }: Tx, partnershipId: string, priority: number): Promise<PriorityUpdate[]> {
  const rows = await db
    .select({ id: publications.id, publishedAt: publications.publishedAt, facts: publications.facts })
    .from(publications)
    .where(and(eq(publications.partnershipId, partnershipId), eq(publications.kind, "priority"), sql`${publications.facts}->'priority' = to_jsonb(${priority}::int)`))
    .orderBy(asc(publications.number));
  const notices = rows.length === 0 ? [] : await db.select().from(publicationNotices).where(inArray(publicationNotices.publicationId, rows.map(({ id }) => id))).orderBy(asc(publicationNotices.at));
  return rows.map(({ id, publishedAt, facts }) => {
    const own = notices.filter((notice) => notice.publicationId === id).map(({ state, at, reason }) => ({ state, at: at.toISOString(), reason }));
    return { publicationId: id, publishedAt: publishedAt.toISOString(), facts: facts as StoredPriorityUpdate, notices: own, state: stateOfUpdate(own) };
  });
}

/** Keys of the figures that any of these updates did not show. */
export async function readHiddenBefore({ db }: Tx, updates: readonly PriorityUpdate[]): Promise<Set<string>> {
  if (updates.length === 0) return new Set();
  const rows = await db.execute<{ outline: PriorityOutline }>(sql`
    select convert_from(body, 'UTF8')::jsonb as outline from ${publicationBodies}
    where publication_id in ${updates.map(({ publicationId }) => publicationId)} and format = 'outline' and body is not null`);
  return new Set([...rows].flatMap(({ outline }) => hiddenBy(outline)));
}

/** The bodies that work on a priority, by name. */
export async function readBodies({ db }: Tx, priorityId: string): Promise<InvolvedBody[]> {
  return db
    .select({ id: agencies.id, name: agencies.legalName, withheld: sql<boolean>`${agencies.id} in (select publication.withheld_agencies())` })
    .from(priorityAgencies)
    .innerJoin(agencyMemberships, eq(agencyMemberships.id, priorityAgencies.membershipId))
    .innerJoin(agencies, eq(agencies.id, agencyMemberships.agencyId))
    .where(eq(priorityAgencies.priorityId, priorityId))
    .orderBy(asc(sql`lower(${agencies.legalName})`));
}
