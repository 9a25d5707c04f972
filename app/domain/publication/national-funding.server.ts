import { sql } from "drizzle-orm";

import { as } from "#db/client.server.ts";

import type { StoredFunding } from "./funding.ts";
import type { PartnershipFunding } from "./national-funding.ts";
import { listDirectories } from "./queries.server.ts";

/** The newest snapshot of each year that stands, of every partnership or of one. Facts only: they are small. */
async function listStanding(slug: string | null): Promise<StoredFunding[]> {
  const rows = await as({ kind: "public" }, ({ db }) =>
    db.execute<{ facts: StoredFunding }>(sql`
      select distinct on (p.partnership_id, p.facts->>'year') p.facts from publication.publications p
      where p.kind = 'funding' and (${slug}::text is null or p.slug = ${slug})
        and not exists (select from publication.notices n where n.publication_id = p.id and n.state in ('taken-down', 'erased'))
      order by p.partnership_id, p.facts->>'year', p.number desc`),
  );
  return rows.map((row) => row.facts);
}

/** Every partnership on this site with its published years, by name. */
export async function listNationalFunding(): Promise<PartnershipFunding[]> {
  const [directories, facts] = await Promise.all([listDirectories(), listStanding(null)]);
  return directories
    .map(({ partnership, areas }) => ({ partnership, areas: areas.map((area) => area.name), years: facts.filter((each) => each.partnership.id === partnership.id) }))
    .sort((a, b) => a.partnership.name.localeCompare(b.partnership.name, "en-GB"));
}

/** The two newest years of a partnership's published funding, the newest first. */
export async function findLatestFunding(slug: string): Promise<StoredFunding[]> {
  return (await listStanding(slug)).sort((a, b) => b.year.localeCompare(a.year)).slice(0, 2);
}

/** The years of which something stands, for search engines. */
export async function listPublishedYears(): Promise<{ slug: string; year: StoredFunding["year"] }[]> {
  return (await listStanding(null)).map(({ partnership, year }) => ({ slug: partnership.slug, year }));
}
