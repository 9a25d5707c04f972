import { sql } from "drizzle-orm";

import { type RepresentativeOnDay, representativesOn } from "#app/domain/agencies/voice/rules.ts";
import { as } from "#db/client.server.ts";

import type { PublishedRepresentative } from "./voice.ts";

/** Who represents education and the voluntary sector today, as last published; null where it is published of nobody yet. */
export async function findRepresentatives(slug: string): Promise<RepresentativeOnDay[] | null> {
  const [row] = await as({ kind: "public" }, ({ db }) =>
    db.execute<{ representatives: PublishedRepresentative[] | null; today: string }>(sql`
      select p.facts->'representatives' as representatives, access.today()::text as today
      from publication.publications p where p.slug = ${slug} and p.kind = 'directory' order by p.number desc limit 1`),
  );
  return row?.representatives ? representativesOn(row.representatives, row.today) : null;
}
