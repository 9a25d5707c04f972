import { sql } from "drizzle-orm";

import { as } from "#db/client.server.ts";

import { listAgenciesChanges } from "./agency-list.server.ts";
import { listArchiveStates } from "./archive.server.ts";
import { listDecisionUpdates } from "./decisions.server.ts";
import { listFundingSnapshots } from "./funding.server.ts";
import { listPriorityUpdates } from "./priorities.server.ts";
import { listChanges, listPublished } from "./queries.server.ts";
import { type DirectoryAt, type Update, updatesOf } from "./updates.ts";

/** As many changes of who is accountable as are told one by one; earlier ones are in the record of each office. */
const mostDirectories = 200;

/** Everything that happened in public in a partnership, newest first; null when there is no such partnership. */
export async function findUpdates(slug: string): Promise<{ partnership: { slug: string; name: string }; updates: Update[] } | null> {
  const [directories, { versions }, archive, funding, agencies, decisions, priorities] = await Promise.all([listDirectories(slug), listPublished(slug), listArchiveStates(slug), listFundingSnapshots(slug), listAgenciesChanges(slug), listDecisionUpdates(slug), listPriorityUpdates(slug)]);
  const latest = directories.at(-1);
  if (!latest) return null;
  const kinds = [...new Set(versions.map((version) => version.kind))];
  const notes = new Map((await Promise.all(kinds.map(async (kind) => (await listChanges(slug, kind)).map(({ number, changeNote }) => [`${kind} ${String(number)}`, changeNote] as const)))).flat());
  const noted = versions.map((version) => ({ ...version, note: notes.get(`${version.kind} ${String(version.number)}`) ?? null }));
  return { partnership: latest.facts.partnership, updates: updatesOf(slug, noted, directories, archive, funding, agencies, decisions, priorities) };
}

/** Oldest first. */
async function listDirectories(slug: string): Promise<DirectoryAt[]> {
  const rows = await as({ kind: "public" }, ({ db }) =>
    db.execute<{ publicationId: string; publishedAt: string; facts: DirectoryAt["facts"] }>(sql`
      select p.id as "publicationId", to_char(p.published_at at time zone 'UTC', 'YYYY-MM-DD"T"HH24:MI:SS.MS"Z"') as "publishedAt", p.facts
      from publication.publications p where p.slug = ${slug} and p.kind = 'directory' order by p.number desc limit ${mostDirectories}`),
  );
  return [...rows].reverse();
}
