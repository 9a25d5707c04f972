import { sql, type SQL } from "drizzle-orm";

import { maskNames } from "#app/domain/shared/mask-names.ts";
import { as } from "#db/client.server.ts";

import { type PriorityOutline, type PriorityUpdate, type PublishedPriority, stateOfUpdate } from "./priorities.ts";
import { withheldAgencyName } from "./withheld-agencies.ts";

function read<Row extends Record<string, unknown>>(statement: SQL): Promise<Row[]> {
  return as({ kind: "public" }, async ({ db }) => (await db.execute(statement)).map((row) => row as Row));
}

const rfc3339 = (column: SQL) => sql`to_char(${column} at time zone 'UTC', 'YYYY-MM-DD"T"HH24:MI:SS.MS"Z"')`;

/** Every update of every priority of a partnership, oldest first. */
export async function listPriorityUpdates(slug: string): Promise<PriorityUpdate[]> {
  const rows = await read<Omit<PriorityUpdate, "state"> & Record<string, unknown>>(sql`
    select p.id as "publicationId", ${rfc3339(sql`p.published_at`)} as "publishedAt", p.facts,
      coalesce((select jsonb_agg(jsonb_build_object('state', n.state, 'at', ${rfc3339(sql`n.at`)}, 'reason', n.reason) order by n.at) from publication.notices n where n.publication_id = p.id), '[]') as notices
    from publication.publications p where p.slug = ${slug} and p.kind = 'priority' order by p.number`);
  return rows.map(({ publicationId, publishedAt, facts, notices }) => ({ publicationId, publishedAt, facts, notices, state: stateOfUpdate(notices) }));
}

/** The last update of each priority, in the order of their numbers. */
export function currentOf(updates: readonly PriorityUpdate[]): PriorityUpdate[] {
  const last = new Map(updates.map((update) => [update.facts.priorityId, update]));
  return [...last.values()].sort((a, b) => a.facts.priority - b.facts.priority);
}

/** The last update of each priority of a partnership, with its words. */
export async function listPublishedPriorities(slug: string): Promise<PublishedPriority[]> {
  return withOutlines(currentOf(await listPriorityUpdates(slug)));
}

/** One priority as an update has it, or as the last one has; with every update of it, the last first. Null when there is none. */
export async function findPublishedPriority(slug: string, priority: number, update?: number): Promise<{ shown: PublishedPriority; updates: PriorityUpdate[] } | null> {
  const updates = (await listPriorityUpdates(slug)).filter(({ facts }) => facts.priority === priority).reverse();
  const found = update === undefined ? updates[0] : updates.find(({ facts }) => facts.update === update);
  const [shown] = found ? await withOutlines([found]) : [];
  return shown ? { shown, updates } : null;
}

async function withOutlines(updates: readonly PriorityUpdate[]): Promise<PublishedPriority[]> {
  const ids = updates.filter(({ state }) => state !== "taken-down").map(({ publicationId }) => publicationId);
  if (ids.length === 0) return updates.map((update) => ({ ...update, outline: null }));
  const rows = await read<{ id: string; outline: PriorityOutline }>(sql`
    select publication_id as id, convert_from(body, 'UTF8')::jsonb - 'salt' as outline from publication.bodies
    where publication_id in ${ids} and format = 'outline' and body is not null`);
  const withheld = new Set((await read<{ id: string }>(sql`select id::text from publication.withheld_agencies() as body (id)`)).map(({ id }) => id));
  return updates.map((update) => {
    const outline = rows.find(({ id }) => id === update.publicationId)?.outline;
    return { ...update, outline: outline ? withoutNames(outline, withheld) : null };
  });
}

/** A name that was withheld since is taken out wherever it stands. */
function withoutNames(outline: PriorityOutline, withheld: ReadonlySet<string>): PriorityOutline {
  const gone = outline.agencies.filter(({ id }) => withheld.has(id));
  if (gone.length === 0) return outline;
  const mask = maskNames(gone.map(({ name }) => name), withheldAgencyName);
  const kept = { ...outline, agencies: outline.agencies.filter(({ id }) => !withheld.has(id)), withheldAgencies: outline.withheldAgencies + gone.length };
  return maskAll(kept, mask);
}

/** Every text in it, masked. */
function maskAll<T>(value: T, mask: (text: string) => string): T {
  return JSON.parse(JSON.stringify(value), (_key, each: unknown) => (typeof each === "string" ? mask(each) : each)) as T;
}

/** Every priority that can be read, with the day of its last update: for search engines. */
export async function listPriorityDates(): Promise<{ slug: string; priority: number; publishedAt: string }[]> {
  return read<{ slug: string; priority: number; publishedAt: string }>(sql`
    select p.slug, (p.facts->>'priority')::int as priority, ${rfc3339(sql`max(p.published_at)`)} as "publishedAt" from publication.publications p
    where p.kind = 'priority' and not exists (select from publication.notices n where n.publication_id = p.id and n.state in ('taken-down', 'erased'))
    group by 1, 2 order by 1, 2`);
}

/** Everything the pages of a partnership's priorities depend on besides their address, read as cheaply as can be. */
export async function readPrioritiesState(slug: string): Promise<string> {
  const [row] = await read<{ state: string }>(sql`
    select concat_ws(' ', count(*), coalesce(sum((select count(*) from publication.notices n where n.publication_id = p.id)), 0), (select md5(string_agg(w::text, ' ' order by w)) from publication.withheld_agencies() w)) as state
    from publication.publications p where p.slug = ${slug} and p.kind in ('priority', 'directory')`);
  return row?.state ?? "";
}
