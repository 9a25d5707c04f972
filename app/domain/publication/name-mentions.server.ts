import { sql } from "drizzle-orm";

import { type DocumentKind, documentWords } from "#app/domain/documents/vocabulary.ts";
import { readFinancialYear } from "#app/domain/shared/financial-year.ts";
import { as } from "#db/client.server.ts";

import { pathTo } from "./addresses.ts";
import type { NameMention } from "./name-mentions.ts";

interface Row extends Record<string, unknown> {
  kind: string;
  slug: string;
  number: number;
  partnership: string | null;
  year: string | null;
  priority: number | null;
  update: number | null;
}

/**
 * Where a body's name, or its id, stands in what anybody can read: versions of documents in every partnership, figures and
 * earlier documents. Lists of agencies are left out, since they are shown without the names that are withheld. Reads every
 * published text, so it is for a page that is seldom asked for.
 */
export async function findNameMentions({ id, name }: { id: string; name: string }): Promise<NameMention[]> {
  const holds = (text: ReturnType<typeof sql>) => sql`(strpos(lower(${text}), lower(${name})) > 0 or strpos(${text}, ${id}) > 0)`;
  const rows = await as({ kind: "public" }, ({ db }) =>
    db.execute<Row>(sql`
      select p.kind, p.slug, p.number, p.facts->'partnership'->>'name' as partnership, p.facts->>'year' as year, (p.facts->>'priority')::int as priority, (p.facts->>'update')::int as update
      from publication.publications p
      where p.kind not in ('agencies', 'directory')
        and not exists (select from publication.notices n where n.publication_id = p.id and n.state in ('taken-down', 'erased'))
        and (p.version_id is not null or p.kind = 'priority' or not exists (
          select from publication.publications later where later.partnership_id = p.partnership_id and later.kind = p.kind and later.number > p.number
            and coalesce(later.facts->>'year', later.facts->>'entryId') is not distinct from coalesce(p.facts->>'year', p.facts->>'entryId')))
        and (${holds(sql`p.facts::text`)} or exists (
          select from publication.bodies b where b.publication_id = p.id and b.format in ('content', 'outline') and b.body is not null and ${holds(sql`convert_from(b.body, 'UTF8')`)}))
      order by partnership, p.kind, p.number desc`),
  );
  return rows.map(toMention);
}

function toMention({ kind, slug, number, partnership, year: told, priority, update }: Row): NameMention {
  const where = { slug, partnership: partnership ?? slug, version: null };
  const year = told === null ? null : readFinancialYear(told);
  if (kind === "funding") return { ...where, what: year ? `Funding, ${year}` : "Funding", path: pathTo.funding(slug, year ?? undefined) };
  if (kind === "archive") return { ...where, what: "An earlier document", path: pathTo.archive(slug) };
  if (kind === "priority") return { ...where, what: `Priority ${String(priority)}, update ${String(update)}`, path: pathTo.priority(slug, priority ?? 0, update ?? undefined) };
  const version = { kind: kind as DocumentKind, number };
  return { ...where, what: `${documentWords(version.kind).name}, version ${String(number)}`, path: pathTo.version({ slug, kind: version.kind }, number), version };
}
