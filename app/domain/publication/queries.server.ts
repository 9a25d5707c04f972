import { sql, type SQL } from "drizzle-orm";

import { as } from "#db/client.server.ts";
import { type DocumentKind, youngPeople } from "#app/domain/documents/vocabulary.ts";

import type { DirectoryFacts, DocumentFacts, DocumentOutline, StoredDirectory } from "./record.ts";
import { firstDayOf, historyOf, type OfficeHistory, publicOffices } from "./history.ts";
import { correctedNote, directoryOn, stateOf, writeState, type FoundVersion, type Notice, type PublishedDirectory, type PublishedDocument, type PublishedVersion } from "./rules.ts";
import type { PartnershipListing } from "./search.ts";
import { withholdPosts } from "./withheld-agencies.ts";
import { type RepresentativeOnDay, representativesOn } from "#app/domain/agencies/voice/rules.ts";

/** A directory on one day, and who held each office when. */
export interface PublishedPeople extends PublishedDirectory {
  /** ISO dates: today, the day asked for, the first day of which anything is recorded. */
  today: string;
  on: string;
  first: string | null;
  offices: OfficeHistory[];
  /** Who represented education and the voluntary sector on the day; null where it is published of nobody yet. */
  representatives: RepresentativeOnDay[] | null;
}

/**
 * Everything the public site reads. Each function runs on the public role's pool, which may read publications, their
 * bytes and their notices, and nothing else.
 */
function read<Row extends Record<string, unknown>>(statement: SQL): Promise<Row[]> {
  return as({ kind: "public" }, async ({ db }) => (await db.execute(statement)).map((row) => row as Row));
}

const rfc3339 = (column: SQL) => sql`to_char(${column} at time zone 'UTC', 'YYYY-MM-DD"T"HH24:MI:SS.MS"Z"')`;

const noticesOf = (publicationId: SQL) => sql`coalesce((
  select jsonb_agg(jsonb_build_object('state', n.state, 'at', ${rfc3339(sql`n.at`)}, 'reason', n.reason) order by n.at)
  from publication.notices n where n.publication_id = ${publicationId}), '[]')`;

const correctionsOf = (publicationId: SQL) => sql`coalesce((
  select jsonb_agg(jsonb_build_object('field', c.field, 'at', ${rfc3339(sql`c.corrected_at`)}, 'office', c.office, 'before', c.before, 'after', c.after, 'reason', c.reason) order by c.corrected_at, c.number)
  from publication.corrections c where c.publication_id = ${publicationId}), '[]')`;

const versionColumns = sql`
  p.id as "publicationId", p.version_id as "versionId", p.kind, p.number, ${rfc3339(sql`p.published_at`)} as "publishedAt",
  jsonb_build_object('content', p.content_sha256, 'html', p.html_sha256, 'pdf', p.pdf_sha256) || case when p.file_sha256 is null then '{}'::jsonb else jsonb_build_object('file', p.file_sha256) end as sha256,
  ${noticesOf(sql`p.id`)} as notices, ${correctionsOf(sql`p.id`)} as corrections`;

type VersionRow = Omit<PublishedVersion, "state"> & Record<string, unknown>;

function toVersion({ publicationId, versionId, kind, number, publishedAt, sha256, notices: stored, corrections }: VersionRow): PublishedVersion {
  const notices = stored.map((notice) => (notice.state === "withdrawn" ? { ...notice, reason: correctedNote({ corrections }, "withdrawal-reason", notice.reason) } : notice));
  return { publicationId, versionId, kind, number, publishedAt, sha256, notices, corrections, state: stateOf(notices) };
}

const newestDirectories = sql`(
  select distinct on (partnership_id) partnership_id, facts, published_at from publication.publications
  where kind = 'directory' order by partnership_id, number desc)`;

/** Who is accountable today in every partnership, the one published last first. */
export async function listDirectories(): Promise<DirectoryFacts[]> {
  const rows = await read<{ facts: StoredDirectory; today: string }>(sql`select d.facts, access.today()::text as today from ${newestDirectories} d order by d.published_at desc, d.partnership_id`);
  return rows.map(({ facts, today }) => directoryOn(facts, today));
}

/** Every partnership, by name, with its newest arrangements. */
export async function listPartnerships(): Promise<PartnershipListing[]> {
  type Row = { facts: StoredDirectory; today: string; arrangements: (NonNullable<PartnershipListing["arrangements"]> & { notices: Notice[] }) | null };
  const rows = await read<Row>(sql`
    select d.facts, access.today()::text as today, (
      select jsonb_build_object('number', p.number, 'publishedAt', ${rfc3339(sql`p.published_at`)}, 'inForceFrom', p.facts->'inForceFrom',
        'nextReviewOn', p.facts->'nextReviewOn', 'contentSha256', p.content_sha256, 'notices', ${noticesOf(sql`p.id`)})
      from publication.publications p where p.partnership_id = d.partnership_id and p.kind = 'arrangements' order by p.number desc limit 1) as arrangements
    from ${newestDirectories} d`);
  const listings = rows.map(({ facts: stored, today, arrangements }) => {
    const facts = directoryOn(stored, today);
    if (!arrangements) return { facts, arrangements: null };
    const { notices, ...newest } = arrangements;
    return { facts, arrangements: { ...newest, state: stateOf(notices) } };
  });
  return listings.sort((a, b) => a.facts.partnership.name.localeCompare(b.facts.partnership.name, "en-GB"));
}

/** Who is accountable today, as last published, or null when there is no such partnership. */
export async function findDirectory(slug: string): Promise<PublishedDirectory | null> {
  const [row] = await read<Omit<PublishedDirectory, "facts"> & { facts: StoredDirectory; today: string }>(sql`
    select p.facts, access.today()::text as today, p.number as updates, ${rfc3339(sql`p.published_at`)} as "publishedAt",
      (select ${rfc3339(sql`min(e.published_at)`)} from publication.publications e where e.partnership_id = p.partnership_id and e.kind = 'directory') as "firstPublishedAt"
    from publication.publications p where p.slug = ${slug} and p.kind = 'directory' order by p.number desc limit 1`);
  if (!row) return null;
  const { today, facts, ...published } = row;
  return { ...published, facts: directoryOn(facts, today) };
}

/** Who was accountable on a day (today, when none is named), with every office's whole time, or null when there is no such partnership. */
export async function findPeople(slug: string, on: string | null): Promise<PublishedPeople | null> {
  const [row] = await read<Omit<PublishedPeople, "facts" | "offices" | "on" | "first" | "representatives"> & { facts: StoredDirectory; withheld: string[] }>(sql`
    select p.facts, array(select publication.withheld_posts()) as withheld, access.today()::text as today, p.number as updates, ${rfc3339(sql`p.published_at`)} as "publishedAt",
      (select ${rfc3339(sql`min(e.published_at)`)} from publication.publications e where e.partnership_id = p.partnership_id and e.kind = 'directory') as "firstPublishedAt"
    from publication.publications p where p.slug = ${slug} and p.kind = 'directory' order by p.number desc limit 1`);
  if (!row) return null;
  const { facts, withheld, ...published } = row;
  const day = on ?? published.today;
  const offices = publicOffices(facts);
  return { ...published, on: day, first: firstDayOf(offices), facts: directoryOn(facts, day), offices: historyOf(offices, day), representatives: facts.representatives ? representativesOn(withholdPosts(facts.representatives, new Set(withheld)), day) : null };
}

/** When each partnership's directory was last published. */
export async function listDirectoryDates(): Promise<{ slug: string; publishedAt: string }[]> {
  return read(sql`
    select slug, ${rfc3339(sql`max(published_at)`)} as "publishedAt" from publication.publications where kind = 'directory' group by slug order by slug`);
}

/** A document's versions. None when nothing was published, or there is no such partnership. */
export async function findDocument(slug: string, kind: DocumentKind): Promise<PublishedDocument> {
  const rows = await read<VersionRow & { today: string }>(sql`
    select ${versionColumns}, access.today()::text as today
    from publication.publications p where p.slug = ${slug} and p.kind = ${kind} order by p.number desc`);
  return { today: rows[0]?.today ?? "", versions: rows.map(toVersion) };
}

/** Every version of every document of a partnership, newest first within its kind, and today's date in London. */
export async function listPublished(slug: string): Promise<PublishedDocument> {
  const rows = await read<VersionRow & { today: string }>(sql`
    select ${versionColumns}, access.today()::text as today
    from publication.publications p where p.slug = ${slug} and p.version_id is not null order by p.kind, p.number desc`);
  return { today: rows[0]?.today ?? "", versions: rows.map(toVersion) };
}

/** The state of a document as `stateOfDocument` writes it, read as cheaply as can be: it is asked on every request. */
export async function readDocumentState(slug: string, kind: DocumentKind): Promise<string> {
  const [row] = await read<{ today: string; versions: number; notices: number; corrections: number }>(sql`
    select access.today()::text as today, count(*)::int as versions,
      coalesce(sum((select count(*) from publication.notices n where n.publication_id = p.id)), 0)::int as notices,
      coalesce(sum((select count(*) from publication.corrections c where c.publication_id = p.id)), 0)::int as corrections
    from publication.publications p where p.slug = ${slug} and p.kind = ${kind}`);
  return row ? writeState(row) : "";
}

const outlineOf = (publicationId: SQL) =>
  sql`(select convert_from(o.body, 'UTF8')::jsonb from publication.bodies o where o.publication_id = ${publicationId} and o.format = 'outline' and o.body is not null)`;

/** What is left to say of a version taken down. */
const noOutline: DocumentOutline = { title: "", changeNote: null, sections: [], coverage: [] };

const noteOf = (publicationId: SQL, published: SQL) => sql`coalesce((
  select c.after from publication.corrections c where c.publication_id = ${publicationId} and c.field = 'change-note' order by c.number desc limit 1), ${published})`;

/** What a document's page says around its text, its change note as last corrected; of a version taken down, only what stands. */
export async function getFacts(publicationId: string): Promise<DocumentFacts> {
  const [row] = await read<{ facts: DocumentFacts }>(sql`
    select f.facts || jsonb_build_object('changeNote', ${noteOf(sql`f.id`, sql`f.facts->>'changeNote'`)}) as facts from (select p.id, p.facts || coalesce(${outlineOf(sql`p.id`)}, ${JSON.stringify(noOutline)}::text::jsonb) as facts from publication.publications p where p.id = ${publicationId}) f`);
  if (!row) throw new Error("no such publication");
  return row.facts;
}

/** What each readable version changed, and the size of its PDF in bytes. Nothing of a version taken down. */
export async function listChanges(slug: string, kind: DocumentKind): Promise<{ number: number; changeNote: string | null; pdfBytes: number }[]> {
  return read(sql`
    select p.number, ${noteOf(sql`p.id`, sql`${outlineOf(sql`p.id`)}->>'changeNote'`)} as "changeNote", (p.facts->>'pdfBytes')::int as "pdfBytes"
    from publication.publications p
    where p.slug = ${slug} and p.kind = ${kind}
      and not exists (select from publication.notices n where n.publication_id = p.id and n.state in ('taken-down', 'erased'))
    order by p.number desc`);
}

export type BodyFormat = "content" | "html" | "pdf" | "outline" | "record" | "file";

/** The bytes of a publication in the formats asked for; none of them once it is taken down. */
export async function readBodies(publicationId: string, formats: readonly BodyFormat[]): Promise<Partial<Record<BodyFormat, Buffer>>> {
  const wanted = sql.join(formats.map((format) => sql`${format}`), sql`, `);
  const rows = await read<{ format: BodyFormat; body: Buffer | null }>(sql`
    select format, body from publication.bodies where publication_id = ${publicationId} and format in (${wanted}) and body is not null`);
  return Object.fromEntries(rows.map(({ format, body }) => [format, body]));
}

/** The SHA-256 of one of a publication's bodies, or null once it is taken down. */
export async function getBodyHash(publicationId: string, format: BodyFormat): Promise<string | null> {
  const [row] = await read<{ sha256: string }>(sql`select sha256 from publication.bodies where publication_id = ${publicationId} and format = ${format} and body is not null`);
  return row?.sha256 ?? null;
}

/** The published version whose signed text, HTML or PDF has this hash; the newest, when several share the same HTML. */
export async function findByHash(sha256: string): Promise<FoundVersion | null> {
  const [row] = await read<VersionRow & { slug: string; partnershipId: string }>(sql`
    select ${versionColumns}, p.slug, p.partnership_id as "partnershipId"
    from publication.publications p
    where p.version_id is not null and (p.content_sha256 = ${sha256} or p.html_sha256 = ${sha256} or p.pdf_sha256 = ${sha256} or p.file_sha256 = ${sha256})
    order by p.published_at desc, p.number desc limit 1`);
  if (!row) return null;
  const version = toVersion(row);
  const format = version.sha256.content === sha256 ? "content" : version.sha256.html === sha256 ? "html" : version.sha256.pdf === sha256 ? "pdf" : "file";
  return { slug: row.slug, partnershipId: row.partnershipId, version, format };
}

/** Whether the ledger holds each of these entries at its place, in the order asked. */
export async function ledgerHolds(entries: readonly { chain: string; seq: number; hash: string }[]): Promise<boolean[]> {
  const [row] = await read<{ holds: boolean[] }>(sql`
    select coalesce(jsonb_agg(ledger.holds(e->>'chain', (e->>'seq')::bigint, e->>'hash') order by at), '[]') as holds
    from jsonb_array_elements(${JSON.stringify(entries.map(({ chain, seq, hash }) => ({ chain, seq, hash })))}::text::jsonb) with ordinality as asked (e, at)`);
  return row?.holds ?? [];
}

/** Current documents that have a page for children and young people. */
export async function listYoungPeoplePages(): Promise<{ slug: string; kind: DocumentKind; publishedAt: string }[]> {
  return read(sql`
    select s.slug, s.kind, ${rfc3339(sql`s.published_at`)} as "publishedAt" from publication.search_sections s where s.current and s.anchor = ${youngPeople.anchor} order by s.slug, s.kind`);
}

/** Addresses for search engines: every published version that can still be read. */
export async function listReadableVersions(): Promise<(PublishedVersion & { slug: string })[]> {
  const rows = await read<VersionRow & { slug: string }>(sql`
    select ${versionColumns}, p.slug from publication.publications p where p.version_id is not null order by p.slug, p.kind, p.number`);
  return rows.map((row) => ({ ...toVersion(row), slug: row.slug })).filter((version) => version.state !== "taken-down");
}
