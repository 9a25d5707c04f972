import { sql, type SQL } from "drizzle-orm";

import { type DocumentKind, budgetKind } from "#app/domain/documents/vocabulary.ts";
import type { FinancialYear } from "#app/domain/shared/financial-year.ts";
import { as } from "#db/client.server.ts";

import type { FundingOutline } from "./funding.ts";
import { currentYears, type FundingSnapshot, historyOf, previousOf, type PublishedFunding } from "./funding-year.ts";
import { findDocument } from "./queries.server.ts";

function read<Row extends Record<string, unknown>>(statement: SQL): Promise<Row[]> {
  return as({ kind: "public" }, async ({ db }) => (await db.execute(statement)).map((row) => row as Row));
}

const rfc3339 = (column: SQL) => sql`to_char(${column} at time zone 'UTC', 'YYYY-MM-DD"T"HH24:MI:SS.MS"Z"')`;

/** Every snapshot of a partnership's funding, the newest first. */
export async function listFundingSnapshots(slug: string): Promise<FundingSnapshot[]> {
  return read<FundingSnapshot & Record<string, unknown>>(sql`
    select p.id as "publicationId", p.number, p.facts, ${rfc3339(sql`p.published_at`)} as "publishedAt",
      (select jsonb_build_object('at', ${rfc3339(sql`n.at`)}, 'reason', n.reason) from publication.notices n where n.publication_id = p.id and n.state = 'taken-down') as "takenDown"
    from publication.publications p where p.slug = ${slug} and p.kind = 'funding' order by p.number desc`);
}

/**
 * What is published of a year's funding, or of the latest year when none is named; null when that year was never
 * published. `outline` is null once everything published of it was taken down.
 */
export async function findFunding(slug: string, year: FinancialYear | null): Promise<PublishedFunding | null> {
  const snapshots = await listFundingSnapshots(slug);
  const current = currentYears(snapshots);
  const shown = year ? current.find((each) => each.facts.year === year) : (current.find((each) => !each.takenDown) ?? current[0]);
  if (!shown) return null;
  const previous = previousOf(current, shown.facts.year);
  const outlines = await readOutlines([shown.publicationId, ...(previous ? [previous.publicationId] : [])]);
  const budget = shown.facts.budgetNumber === null ? null : await findBudget(slug, budgetKind(shown.facts.year), shown.facts.budgetNumber);
  const own = snapshots.filter((each) => each.facts.year === shown.facts.year);
  return {
    snapshot: shown,
    outline: shown.takenDown ? null : (outlines.get(shown.publicationId) ?? null),
    firstPublishedAt: own.at(-1)?.publishedAt ?? shown.publishedAt,
    updates: own.length,
    budget,
    previous: previous && { facts: previous.facts, contributions: outlines.get(previous.publicationId)?.contributions ?? [] },
    history: historyOf(current),
  };
}

async function readOutlines(ids: readonly string[]): Promise<Map<string, FundingOutline>> {
  const rows = await read<{ id: string; outline: FundingOutline }>(sql`
    select publication_id as id, convert_from(body, 'UTF8')::jsonb as outline from publication.bodies
    where publication_id in (${sql.join(ids.map((id) => sql`${id}`), sql`, `)}) and format = 'outline' and body is not null`);
  return new Map(rows.map(({ id, outline }) => [id, outline]));
}

/** The signed budget that the figures are from, as it stands now. */
async function findBudget(slug: string, kind: DocumentKind, number: number): Promise<PublishedFunding["budget"]> {
  const version = (await findDocument(slug, kind)).versions.find((each) => each.number === number);
  return version ? { number, state: version.state, sha256: version.sha256.content, nextReviewOn: await findNextReview(version.publicationId) } : null;
}

async function findNextReview(publicationId: string): Promise<string | null> {
  const [row] = await read<{ on: string | null }>(sql`select facts->>'nextReviewOn' as on from publication.publications where id = ${publicationId}`);
  return row?.on ?? null;
}

/** Everything that a partnership's funding pages depend on besides their addresses, read as cheaply as can be. */
export async function readFundingState(slug: string): Promise<string> {
  const [row] = await read<{ state: string }>(sql`
    select concat_ws(' ', count(*), coalesce(sum((select count(*) from publication.notices n where n.publication_id = p.id)), 0)) as state
    from publication.publications p where p.slug = ${slug} and (p.kind = 'funding' or p.kind like 'budget-%' or p.kind = 'directory')`);
  return row?.state ?? "";
}

