import { sql } from "drizzle-orm";

import { as } from "#db/client.server.ts";

import { type Archive, archiveOf, type ArchiveState } from "./archive.ts";

/** Every state of every entry of a partnership's earlier documents, oldest first; of those taken off, nothing that people wrote. */
export async function listArchiveStates(slug: string): Promise<ArchiveState[]> {
  const rows = await as({ kind: "public" }, ({ db }) =>
    db.execute<ArchiveState & Record<string, unknown>>(sql`
      select p.id as "publicationId", to_char(p.published_at at time zone 'UTC', 'YYYY-MM-DD"T"HH24:MI:SS.MS"Z"') as at, p.facts,
        (select convert_from(b.body, 'UTF8')::jsonb from publication.bodies b where b.publication_id = p.id and b.format = 'outline' and b.body is not null) as outline,
        (select jsonb_build_object('at', to_char(n.at at time zone 'UTC', 'YYYY-MM-DD"T"HH24:MI:SS.MS"Z"'), 'reason', n.reason, 'erasedAt',
            (select to_char(e.at at time zone 'UTC', 'YYYY-MM-DD"T"HH24:MI:SS.MS"Z"') from publication.notices e where e.publication_id = p.id and e.state = 'erased'))
          from publication.notices n where n.publication_id = p.id and n.state = 'taken-down') as removed
      from publication.publications p where p.slug = ${slug} and p.kind = 'archive' order by p.number`),
  );
  return [...rows];
}

/** A partnership's earlier documents as they stand now, and what was taken off the list. Empty when there is no such partnership. */
export async function findArchive(slug: string): Promise<Archive> {
  return archiveOf(await listArchiveStates(slug));
}

/** When each partnership's list last changed. */
export async function listArchiveDates(): Promise<{ slug: string; changedAt: string }[]> {
  const rows = await as({ kind: "public" }, ({ db }) =>
    db.execute<{ slug: string; changedAt: string }>(sql`
      select p.slug, to_char(max(coalesce(n.at, p.published_at)) at time zone 'UTC', 'YYYY-MM-DD"T"HH24:MI:SS.MS"Z"') as "changedAt"
      from publication.publications p left join publication.notices n on n.publication_id = p.id and n.state = 'taken-down'
      where p.kind = 'archive' group by p.slug order by p.slug`),
  );
  return [...rows];
}
