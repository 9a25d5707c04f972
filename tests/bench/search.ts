import { readdirSync, readFileSync } from "node:fs";
import path from "node:path";

import type postgres from "postgres";

import { searchText } from "#app/domain/publication/search-text.server.ts";
import { readTextQuery, searchPath } from "#app/domain/publication/text-search.ts";

import { withBenchDatabase } from "./bench-database.ts";
import { connections, fetchOk, load, numbers, withServer } from "./over-http.ts";

const partnerships = 150;
const versions = 10;
const sections = 25;
const sentencesPerSection = 18;
const queries = 3_000;
const port = 3_921;

/**
 * 150 partnerships with ten published versions each, made of the demonstration's sentences, searched by 20 at once:
 * the query alone, and the page as `npm start` serves it with two workers. No two searches in a row are the same.
 */
export async function benchSearch(): Promise<void> {
  await withBenchDatabase(async (sql, adminUrl) => {
    const started = performance.now();
    await fill(sql);
    const [size] = await sql<{ rows: number; mb: number }[]>`
      select count(*)::int as rows, round(pg_total_relation_size('publication.search_sections') / 1e6)::int as mb from publication.search_sections`;
    console.log(`search: ${String(partnerships)} partnerships × ${String(versions)} versions, ${String(size?.rows)} sections, ${String(size?.mb)} MB with indexes, filled in ${String(Math.round((performance.now() - started) / 1000))} s`);
    const asked = ask();
    await load(asked.slice(0, 200), async (query) => void (await searchText(readTextQuery(new URL(query, "http://x").searchParams), 1)));
    console.log(`search, query alone, ${String(connections)} at once: ${await load(asked, async (query) => void (await searchText(readTextQuery(new URL(query, "http://x").searchParams), 1)))}`);
    await overHttp(adminUrl, asked);
  });
}

async function overHttp(adminUrl: string, asked: readonly string[]): Promise<void> {
  await withServer(adminUrl, port, async (origin) => {
    const fetchPage = (query: string) => fetchOk(`${origin}${query}`);
    await load(asked.slice(0, 400), fetchPage);
    console.log(`search, whole page, ${String(connections)} connections, 2 workers, load on the same machine: ${await load(asked, fetchPage)}`);
  });
}

/** Words of the field and of the texts, alone, together, as phrases, some narrowed to a partnership or widened to all versions. */
function ask(): string[] {
  const next = numbers(11);
  const words = ["thresholds", "schools", "independent scrutiny", "children", "safeguarding partners", "looked after children", "police", "rapid review", "\"practice reviews\"", "education -police", "funding", "information sharing", "health", "domestic abuse or neglect", "chair", "meets every month", "training", "child protection teams", "voluntary sector", "escalation", "housing", "unicorn", "young people", "data", "audit"];
  const pick = (of: readonly string[]) => of[Math.floor(next() * of.length)] ?? "";
  return Array.from({ length: queries }, () => {
    const chance = next();
    const q = chance < 0.5 ? pick(words) : `${pick(words)} ${pick(words)}`;
    return searchPath({ q, partnership: next() < 0.2 ? slugOf(Math.floor(next() * partnerships)) : null, kind: next() < 0.2 ? "arrangements" : null, earlier: next() < 0.1 });
  });
}

const slugOf = (at: number) => `place-${String(at + 1)}`;

/** Straight into the index: it holds what signing and publishing 1,500 versions would have put there. */
async function fill(sql: postgres.Sql): Promise<void> {
  const next = numbers(5);
  const sentences = readSentences("db/seed/texts");
  const titles = sentences.filter((sentence) => sentence.length < 60);
  const pick = (of: readonly string[]) => of[Math.floor(next() * of.length)] ?? "";
  await sql.begin(async (tx) => {
    // What a publication copies is not here, so neither the guard nor the references can hold.
    await tx`alter table publication.publications disable trigger publications_guard`;
    await tx`set local session_replication_role = replica`;
    const partnershipIds = await tx<{ id: string }[]>`insert into portal.partnerships (slug, name) select 'place-' || n, 'Place ' || n || ' Safeguarding Children Partnership' from generate_series(1, ${partnerships}::int) n returning id`;
    for (const [at, { id }] of partnershipIds.entries()) {
      const rows = await tx<{ id: string; number: number }[]>`
        insert into publication.publications (partnership_id, slug, kind, number, version_id, content_sha256, html_sha256, pdf_sha256, facts)
        select ${id}, ${slugOf(at)}, 'arrangements', n, gen_random_uuid(), encode(sha256(gen_random_uuid()::text::bytea), 'hex'), encode(sha256('h'), 'hex'), encode(sha256('p'), 'hex'), '{}' from generate_series(1, ${versions}::int) n returning id, number`;
      const written = rows.flatMap((row) =>
        Array.from({ length: sections + 1 }, (_unused, section) => ({
          publication_id: row.id,
          partnership_id: id,
          slug: slugOf(at),
          partnership: `Place ${String(at + 1)} Safeguarding Children Partnership`,
          kind: "arrangements",
          number: row.number,
          section,
          anchor: section === 0 ? "" : `section-${String(section)}`,
          document: "How we work together to keep children safe",
          title: section === 0 ? "How we work together to keep children safe" : pick(titles),
          body: Array.from({ length: section === 0 ? 1 : sentencesPerSection }, () => pick(sentences)).join(" "),
          published_at: new Date(1_700_000_000_000 + row.number * 8_640_000_000),
          current: row.number === versions,
        })),
      );
      await tx`insert into publication.search_sections ${tx(written)}`;
    }
    await tx`alter table publication.publications enable always trigger publications_guard`;
  });
  await sql`vacuum analyze publication.search_sections`;
}

function readSentences(folder: string): string[] {
  const files = readdirSync(folder, { recursive: true, encoding: "utf8" }).filter((name) => name.endsWith(".md"));
  const text = files.map((name) => readFileSync(path.join(folder, name), "utf8").replace(/^---[\s\S]*?---/, "")).join("\n");
  return text.replace(/[#|*\-{}]+/g, " ").split(/(?<=[.!?])\s+|\n{2,}/).map((sentence) => sentence.replace(/\s+/g, " ").trim()).filter((sentence) => sentence.length > 15);
}
