import { sql, type SQL } from "drizzle-orm";

import { isUuid } from "#app/domain/shared/is-uuid.ts";
import { as } from "#db/client.server.ts";

import type { AgenciesChange, AgenciesOutline, NamedBy, PublishedAgencies, StoredAgencies } from "./agencies.ts";
import { listBodies, representedBy } from "./representative-bodies.ts";
import { movedBy, withholdNames } from "./withheld-agencies.ts";

function read<Row extends Record<string, unknown>>(statement: SQL): Promise<Row[]> {
  return as({ kind: "public" }, async ({ db }) => (await db.execute(statement)).map((row) => row as Row));
}

const rfc3339 = (column: SQL) => sql`to_char(${column} at time zone 'UTC', 'YYYY-MM-DD"T"HH24:MI:SS.MS"Z"')`;

/** The list of a partnership that was published last, or null when none was. */
export async function findAgencyList(slug: string): Promise<PublishedAgencies | null> {
  const [row] = await read<Omit<PublishedAgencies, "outline"> & { withheld: string[] }>(sql`
    select p.id as "publicationId", p.number, p.facts, ${rfc3339(sql`p.published_at`)} as "publishedAt", ${withheldNow} as withheld,
      (select ${rfc3339(sql`min(f.published_at)`)} from publication.publications f where f.slug = p.slug and f.kind = 'agencies') as "firstPublishedAt",
      (select jsonb_build_object('at', ${rfc3339(sql`n.at`)}, 'reason', n.reason) from publication.notices n where n.publication_id = p.id and n.state = 'taken-down') as "takenDown"
    from publication.publications p where p.slug = ${slug} and p.kind = 'agencies' order by p.number desc limit 1`);
  if (!row) return null;
  const { withheld, ...published } = row;
  const outline = published.takenDown ? null : await readOutline(published.publicationId, withheld);
  const { counts, ...facts } = published.facts;
  return { ...published, facts: { ...facts, counts: outline?.withheld ? { ...counts, withheld: outline.withheld.length } : counts }, outline };
}

/** The bodies whose names are withheld now, whichever partnership decided so: a list published before, or by another one, may still hold their names. */
const withheldNow = sql`array(select publication.withheld_agencies())`;

/** As many lists as are kept read; what was published never changes, so one that is kept stays right. */
const mostKept = 40;
const kept = new Map<string, AgenciesOutline>();

/** What the list says to the public: without the names that are withheld now. @param withheld ids of bodies */
async function readOutline(publicationId: string, withheld: readonly string[]): Promise<AgenciesOutline | null> {
  const outline = await readPublished(publicationId);
  const ids = new Set(withheld);
  const hidden = outline?.agencies.filter(({ id }) => ids.has(id)).map(({ id }) => id) ?? [];
  if (!outline || hidden.length === 0) return outline;
  const key = hidden.join(" ");
  const known = masked.get(outline);
  if (known?.key === key) return known.outline;
  const made = { key, outline: withholdNames(outline, new Set(hidden)) };
  masked.set(outline, made);
  return made.outline;
}

/** Lists without the names that are withheld since, as long as the same are. */
const masked = new WeakMap<AgenciesOutline, { key: string; outline: AgenciesOutline }>();

async function readPublished(publicationId: string): Promise<AgenciesOutline | null> {
  const known = kept.get(publicationId);
  if (known) return known;
  const [row] = await read<{ outline: AgenciesOutline }>(sql`select convert_from(body, 'UTF8')::jsonb as outline from publication.bodies where publication_id = ${publicationId}::uuid and format = 'outline' and body is not null`);
  if (!row) return null;
  const [oldest] = kept.keys();
  if (kept.size >= mostKept && oldest !== undefined) kept.delete(oldest);
  kept.set(publicationId, row.outline);
  return row.outline;
}

/** Every partnership that names a body now, by name; empty when none does. */
export async function listNaming(agencyId: string): Promise<NamedBy[]> {
  if (!isUuid(agencyId)) return [];
  const rows = await read<{ id: string; facts: StoredAgencies; withheld: string[] }>(sql`
    select p.id, p.facts, ${withheldNow} as withheld from publication.publications p
    where p.kind = 'agencies' and p.facts->'agencyIds' ? ${agencyId.toLowerCase()}
      and not exists (select from publication.publications later where later.partnership_id = p.partnership_id and later.kind = 'agencies' and later.number > p.number)
      and not exists (select from publication.notices n where n.publication_id = p.id and n.state = 'taken-down')`);
  const found = await Promise.all(
    rows.map(async ({ id, facts, withheld }) => {
      const outline = await readOutline(id, withheld);
      const agency = outline?.agencies.find((each) => each.id === agencyId.toLowerCase());
      const category = outline?.categories.find((each) => each.id === agency?.category);
      if (!outline || !agency || !category) return [];
      const speaks = listBodies(outline).find((each) => each.id === agency.id);
      return [{ partnership: facts.partnership, agency, category, representedBy: representedBy(outline, agency.id), speaksFor: speaks ? { role: speaks.role, words: speaks.words } : null }];
    }),
  );
  return found.flat().sort((a, b) => a.partnership.name.localeCompare(b.partnership.name, "en-GB"));
}

/** The partnerships whose list named a body when it was taken down, by name; none of a body whose name is withheld. */
export async function listTakenDownNaming(agencyId: string): Promise<{ partnership: StoredAgencies["partnership"]; takenDown: { at: string; reason: string | null } }[]> {
  if (!isUuid(agencyId)) return [];
  const rows = await read<{ facts: StoredAgencies; takenDown: { at: string; reason: string | null } }>(sql`
    select p.facts, jsonb_build_object('at', ${rfc3339(sql`n.at`)}, 'reason', n.reason) as "takenDown"
    from publication.publications p join publication.notices n on n.publication_id = p.id and n.state = 'taken-down'
    where p.kind = 'agencies' and p.facts->'agencyIds' ? ${agencyId.toLowerCase()} and ${agencyId}::uuid not in (select publication.withheld_agencies())
      and not exists (select from publication.publications later where later.partnership_id = p.partnership_id and later.kind = 'agencies' and later.number > p.number)`);
  return rows.map(({ facts, takenDown }) => ({ partnership: facts.partnership, takenDown })).sort((a, b) => a.partnership.name.localeCompare(b.partnership.name, "en-GB"));
}

/** As many changes of a list as are told one by one. */
const mostChanges = 100;

/** How a partnership's list changed, the newest first; counted in the database, since a list may name thousands. */
export async function listAgenciesChanges(slug: string): Promise<AgenciesChange[]> {
  // A name that is withheld leaves the ids, and one that is no longer comes back: nobody is named or withdrawn by that.
  const without = (some: SQL, others: SQL) => sql`(select count(*)::int from jsonb_array_elements_text(${some}) as body (id) where not ${others} ? body.id)`;
  const withheld = (facts: SQL) => sql`coalesce((${facts}->'counts'->>'withheld')::int, 0)`;
  const rows = await read<Omit<AgenciesChange, "added" | "withdrawn"> & { came: number; went: number; more: number }>(sql`
    select p.id as "publicationId", ${rfc3339(sql`p.published_at`)} as "publishedAt", (p.facts->'counts'->>'named')::int as named,
      ${withheld(sql`p.facts`)} - ${withheld(sql`before.facts`)} as more,
      ${without(sql`p.facts->'agencyIds'`, sql`coalesce(before.facts->'agencyIds', '[]'::jsonb)`)} as came, ${without(sql`coalesce(before.facts->'agencyIds', '[]'::jsonb)`, sql`(p.facts->'agencyIds')`)} as went,
      (select jsonb_build_object('at', ${rfc3339(sql`n.at`)}, 'reason', n.reason) from publication.notices n where n.publication_id = p.id and n.state = 'taken-down') as "takenDown"
    from publication.publications p
    left join lateral (select b.facts from publication.publications b where b.partnership_id = p.partnership_id and b.kind = 'agencies' and b.number = p.number - 1) before on true
    where p.slug = ${slug} and p.kind = 'agencies' order by p.number desc limit ${mostChanges}`);
  return rows.map(({ came, went, more, ...change }) => ({ ...change, ...movedBy({ came, went, more }) }));
}

/** Every partnership's list, with the day it last changed: for search engines. */
export async function listAgencyListDates(): Promise<{ slug: string; publishedAt: string }[]> {
  return read<{ slug: string; publishedAt: string }>(sql`
    select distinct on (p.slug) p.slug, ${rfc3339(sql`p.published_at`)} as "publishedAt" from publication.publications p
    where p.kind = 'agencies' and not exists (select from publication.notices n where n.publication_id = p.id and n.state = 'taken-down') order by p.slug, p.number desc`);
}

/** Everything a partnership's list depends on besides its address, read as cheaply as can be. */
export async function readAgencyListState(slug: string): Promise<string> {
  const [row] = await read<{ state: string }>(sql`
    select concat_ws(' ', count(*), coalesce(sum((select count(*) from publication.notices n where n.publication_id = p.id)), 0),
      (select md5(string_agg(w::text, ' ' order by w)) from publication.withheld_agencies() w), (select md5(string_agg(w::text, ' ' order by w)) from publication.withheld_posts() w)) as state
    from publication.publications p where p.slug = ${slug} and p.kind in ('agencies', 'directory')`);
  return row?.state ?? "";
}
