import { type SQL, sql } from "drizzle-orm";

import { as, type SessionActor, type Tx } from "#db/client.server.ts";
import { agencies, agencyMemberships, registerImports } from "#db/schema/index.ts";

import { listExtracts, type KeptImport } from "../import/kept-import.server.ts";
import { type CountedSettings, type Coverage, type CoverageBySource, type MeasuredSource, measuredSources, toCoverage } from "./coverage.ts";
import { type GapPages, type Gaps, gapsOnPage, type MissingSetting, type UnlistedAgency } from "./gaps.ts";

/** How far the register covers what is open in the area; null where no list was taken in. */
export async function readCoverage(tx: Tx, partnershipId: string): Promise<CoverageBySource> {
  const extracts = await listExtracts(tx, partnershipId);
  const measured = await Promise.all(measuredSources.map(async (source): Promise<[MeasuredSource, Coverage | null]> => {
    const extract = extracts.find((each) => each.source === source);
    return [source, extract ? toCoverage(source, extract.extractDate, await countSettings(tx, extract, source)) : null];
  }));
  return Object.fromEntries(measured) as CoverageBySource;
}

export async function getCoverage(actor: SessionActor, partnershipId: string): Promise<CoverageBySource> {
  return as(actor, (tx) => readCoverage(tx, partnershipId));
}

/** What is open and not in the register, and the reverse, page by page; null where no list was taken in. */
export async function findGaps(actor: SessionActor, partnershipId: string, source: MeasuredSource, pages: GapPages): Promise<Gaps | null> {
  return as(actor, async (tx) => {
    const extract = (await listExtracts(tx, partnershipId)).find((each) => each.source === source);
    if (!extract) return null;
    const missing = await tx.db.execute<MissingSetting & { count: number } & Record<string, unknown>>(sql`
      select r.number, r.name, r.kind, r.phase, r.parent, m.id is not null as withdrawn, count(*) over ()::int as count
      from ${openSettings(extract, source)} r left join ${registered(extract, source)} m on m.number = r.number
      where m.id is null or m.status = 'withdrawn' order by lower(r.name), r.number limit ${gapsOnPage} offset ${(pages.missing - 1) * gapsOnPage}`);
    const unlisted = await tx.db.execute<UnlistedAgency & { count: number } & Record<string, unknown>>(sql`
      select m.id as "membershipId", m.name, m.number, count(*) over ()::int as count,
        case when m.number is null then 'no-number' when m.closed_on is not null then 'closed' else 'not-in-list' end as why
      from ${registered(extract, source)} m
      where m.status <> 'withdrawn' and (m.number is not null or m.category in ${categoriesOf(extract, source)}) and not exists (select from ${openSettings(extract, source)} r where r.number = m.number)
      order by lower(m.name), m.id limit ${gapsOnPage} offset ${(pages.unlisted - 1) * gapsOnPage}`);
    return { importId: extract.id, missing: { items: [...missing], count: missing[0]?.count ?? 0 }, unlisted: { items: [...unlisted], count: unlisted[0]?.count ?? 0 } };
  });
}

async function countSettings({ db }: Tx, extract: KeptImport, source: MeasuredSource): Promise<CountedSettings[]> {
  return db.execute<CountedSettings & Record<string, unknown>>(sql`
    select r.phase, r.kind, count(*)::int as open, count(*) filter (where m.status = 'named')::int as named, count(*) filter (where m.status = 'proposed')::int as proposed,
      count(*) filter (where m.id is null or m.status = 'withdrawn')::int as missing
    from ${openSettings(extract, source)} r left join ${registered(extract, source)} m on m.number = r.number group by r.phase, r.kind`);
}

const numberIn: Record<MeasuredSource, { row: SQL; body: SQL }> = {
  gias: { row: sql`r.row->>'urn'`, body: sql`a.urn::text` },
  "early-years": { row: sql`r.row->>'organisationCode'`, body: sql`a.organisation_code` },
};

/** The settings of a kept file that are open in the area. */
function openSettings({ id }: KeptImport, source: MeasuredSource): SQL {
  return sql`(select ${numberIn[source].row} as number, r.row->>'legalName' as name, r.row->>'kind' as kind, r.row->>'phase' as phase, r.row->>'parent' as parent
    from ${registerImports} f, jsonb_array_elements(f.rows) as r (row) where f.id = ${id}::uuid and (r.row->>'open')::boolean and r.row->>'inArea' is not null)`;
}

/** The partnership's register with the numbers that the file knows. */
function registered({ partnershipId }: KeptImport, source: MeasuredSource): SQL {
  return sql`(select m.id, m.status, m.category, a.legal_name as name, a.closed_on, ${numberIn[source].body} as number
    from ${agencyMemberships} m join ${agencies} a on a.id = m.agency_id where m.partnership_id = ${partnershipId}::uuid)`;
}

/** The categories that the file has settings of: an agency of one of these should be in it. */
function categoriesOf({ id }: KeptImport, _source: MeasuredSource): SQL {
  return sql`(select r.row->>'categoryId' from ${registerImports} f, jsonb_array_elements(f.rows) as r (row) where f.id = ${id}::uuid and r.row->>'categoryId' is not null)`;
}
