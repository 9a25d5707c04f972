import { sql, type SQL } from "drizzle-orm";

import { as } from "#db/client.server.ts";

import { pathTo } from "./addresses.ts";
import type { DecisionsFacts, PublishedDecision, StoredDecisionFacts } from "./decisions.ts";
import type { Update } from "./updates.ts";

function read<Row extends Record<string, unknown>>(statement: SQL): Promise<Row[]> {
  return as({ kind: "public" }, async ({ db }) => (await db.execute(statement)).map((row) => row as Row));
}

const rfc3339 = (column: SQL) => sql`to_char(${column} at time zone 'UTC', 'YYYY-MM-DD"T"HH24:MI:SS.MS"Z"')`;

/** What was published last beside the words; null when nothing was. */
export async function findDecisionsFacts(slug: string): Promise<DecisionsFacts | null> {
  const [row] = await read<{ facts: StoredDecisionFacts; publishedAt: string; firstPublishedAt: string }>(sql`
    select p.facts, ${rfc3339(sql`p.published_at`)} as "publishedAt", (select ${rfc3339(sql`min(f.published_at)`)} from publication.publications f where f.slug = p.slug and f.kind = 'decision') as "firstPublishedAt"
    from publication.publications p where p.slug = ${slug} and p.kind = 'decision' order by p.number desc limit 1`);
  return row ?? null;
}

/** The last state of each decision that is public, the latest first; one whose words are hidden is not. */
export async function listPublicDecisions(slug: string): Promise<PublishedDecision[]> {
  const rows = await read<{ outline: PublishedDecision }>(sql`
    select convert_from(b.body, 'UTF8')::jsonb as outline
    from (select distinct on (p.facts->>'decisionId') p.id from publication.publications p
      where p.slug = ${slug} and p.kind = 'decision' and p.facts->>'decisionId' is not null order by p.facts->>'decisionId', p.number desc) latest
    join publication.bodies b on b.publication_id = latest.id and b.format = 'outline' and b.body is not null`);
  return rows.map((row) => row.outline).sort((a, b) => b.decidedOn.localeCompare(a.decidedOn) || b.number - a.number);
}

/** What changes when anything here does, for pages that are kept. */
export async function readDecisionsState(slug: string): Promise<string> {
  const [row] = await read<{ state: string }>(sql`
    select concat_ws(' ', count(*), coalesce(sum((select count(*) from publication.notices n where n.publication_id = p.id)), 0)) as state
    from publication.publications p where p.slug = ${slug} and p.kind in ('decision', 'directory')`);
  return row?.state ?? "";
}

/** Decisions as they were published, one entry each, the newest first: what the feed tells. */
export async function listDecisionUpdates(slug: string): Promise<Update[]> {
  const rows = await read<{ id: string; at: string; outline: PublishedDecision }>(sql`
    select p.id, ${rfc3339(sql`p.published_at`)} as at, convert_from(b.body, 'UTF8')::jsonb as outline
    from publication.publications p join publication.bodies b on b.publication_id = p.id and b.format = 'outline' and b.body is not null
    where p.slug = ${slug} and p.kind = 'decision' order by p.number desc limit 100`);
  return rows.map(({ id, at, outline: { number, sentence, replacedBy, leadsTo } }) => ({
    id: `urn:uuid:${id}`,
    at,
    title: `Decision ${String(number)}${replacedBy ? (replacedBy.kind === "corrects" ? ", corrected" : ", superseded") : ""}: ${sentence}`,
    lines: leadsTo && !replacedBy ? [`What it leads to: ${leadsTo}`] : [],
    path: pathTo.decision(slug, number),
  }));
}

/** When each partnership's decisions last changed. */
export async function listDecisionDates(): Promise<{ slug: string; publishedAt: string }[]> {
  return read(sql`select p.slug, ${rfc3339(sql`max(p.published_at)`)} as "publishedAt" from publication.publications p where p.kind = 'decision' group by p.slug order by p.slug`);
}
