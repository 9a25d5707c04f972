import { sql, type SQL } from "drizzle-orm";

import { as, type Db } from "#db/client.server.ts";

import { marks, mostFound, readSnippet, startsOf, resultsPerPage, type TextFound, type TextQuery, type TextResult } from "./text-search.ts";

const anyone = { kind: "public" } as const;

/** Up to this many hits are put in order by all their words; beyond it, those with the words in their title come first, since reading more takes long. */
const mostRankedWhole = 50;

const marked = `StartSel=${marks.start}, StopSel=${marks.stop}`;
/** A short text is shown whole. */
const wholeUpTo = 280;
const mostMarked = 280;
const leadIn = 60;
const headline = `${marked}, MaxFragments=2, MaxWords=28, MinWords=12, FragmentDelimiter=" … "`;

/**
 * The part of a section's text in which the snippet is looked for: from a little before the first word that begins as one
 * of those asked for. Marking a whole section takes the database longer than finding it.
 */
function around(q: string): SQL {
  const starts = startsOf(q);
  if (starts.length === 0) return sql`left(s.body, ${mostMarked})`;
  const first = sql`select greatest(1, regexp_instr(s.body, ${`\\m(${starts.join("|")})`}, 1, 1, 0, 'i') - ${leadIn}::int) as at offset 0`;
  return sql`(select case when first.at = 1 then left(s.body, ${mostMarked}) else regexp_replace(substr(s.body, first.at, ${mostMarked}), '^\S*\s+', '') end from (${first}) first)`;
}

function alone<T>(read: (db: Db) => Promise<T>): Promise<T> {
  return as(anyone, ({ db }) => read(db));
}

/**
 * Reading a section's words, which are stored apart from its row, costs far more than the planner believes, so that where
 * most versions hold what is asked for it would rather read every section than look in the index.
 */
function withIndex<T>(read: (db: Db) => Promise<T>): Promise<T> {
  return as(anyone, ({ db }) =>
    db.transaction(async (tx) => {
      await tx.execute(sql`set local enable_seqscan = off`);
      return read(tx);
    }),
  );
}

/** Searches every published section that can be read. A page that does not exist is the nearest one that does. */
export async function searchText({ q, partnership, kind, earlier }: TextQuery, page: number): Promise<TextFound> {
  const asked = sql`websearch_to_tsquery('pg_catalog.english', ${q})`;
  const filters: SQL[] = [sql`s.words @@ ${asked}`];
  if (!earlier) filters.push(sql`s.current`);
  if (partnership) filters.push(sql`s.slug = ${partnership}`);
  if (kind) filters.push(sql`s.kind = ${kind}`);
  const read = earlier ? withIndex : alone;
  const rows = await read((db) =>
    db.execute<{ understood: boolean; count: number; more: boolean; page: number; results: (Omit<TextResult, "snippet"> & { snippet: string })[] }>(sql`
      with asked as (select querytree(${asked}) not in ('', 'T') as understood),
      hits as materialized (
        select s.publication_id, s.section, s.title_words @@ ${asked} as titled, s.published_at from publication.search_sections s
        where (select understood from asked) and ${sql.join(filters, sql` and `)} limit ${mostFound + 1}),
      total as (select least(count(*), ${mostFound})::int as count, count(*) > ${mostFound} as more, least(${page}::int, greatest(1, ceil(least(count(*), ${mostFound}) / ${resultsPerPage}::numeric)))::int as page from hits),
      shown as (
        select h.publication_id, h.section, row_number() over () as place from (
          select h.publication_id, h.section from hits h
          order by
            case when (select count from total) <= ${mostRankedWhole}
              then (select ts_rank(s.words, ${asked}) from publication.search_sections s where s.publication_id = h.publication_id and s.section = h.section)
              else h.titled::integer end desc,
            h.published_at desc, h.publication_id, h.section
          limit ${resultsPerPage} offset (select (page - 1) * ${resultsPerPage}::int from total)) h)
      select (select understood from asked) as understood, (select count from total) as count, (select more from total) as more, (select page from total) as page, (
        select coalesce(jsonb_agg(jsonb_build_object('slug', s.slug, 'partnership', s.partnership, 'kind', s.kind, 'number', s.number, 'section', s.section, 'anchor', s.anchor,
          'document', s.document, 'title', s.title, 'publishedAt', to_char(s.published_at at time zone 'UTC', 'YYYY-MM-DD"T"HH24:MI:SS.MS"Z"'), 'current', s.current,
          'snippet', ts_headline('pg_catalog.english', ${around(q)}, ${asked}, case when length(s.body) <= ${wholeUpTo} then ${`${marked}, HighlightAll=true`} else ${headline} end)) order by shown.place), '[]')
        from shown join publication.search_sections s using (publication_id, section)) as results`),
  );
  const found = rows[0];
  if (!found) throw new Error("the search gave no answer");
  return {
    understood: found.understood,
    count: found.count,
    more: found.more,
    page: found.page,
    pages: Math.max(1, Math.ceil(found.count / resultsPerPage)),
    results: found.results.map((result) => ({ ...result, snippet: readSnippet(result.snippet) })),
  };
}

/** The partnerships that have published a document that can be read, by name. */
export async function listSearchable(): Promise<{ slug: string; name: string }[]> {
  const rows = await as(anyone, ({ db }) => db.execute<{ slug: string; name: string }>(sql`select slug, max(partnership) as name from publication.search_sections where section = 0 group by slug order by 2`));
  return [...rows];
}
