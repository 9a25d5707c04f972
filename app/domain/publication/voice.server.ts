import { sql } from "drizzle-orm";

import { type RepresentativeOnDay, representativesOn } from "#app/domain/agencies/voice/rules.ts";
import { as } from "#db/client.server.ts";

import type { PublishedRepresentative } from "./voice.ts";
import { withholdPosts } from "./withheld-agencies.ts";

/** Who represents education and the voluntary sector today, as last published; null where it is published of nobody yet. */
export async function findRepresentatives(slug: string): Promise<RepresentativeOnDay[] | null> {
  const [row] = await as({ kind: "public" }, ({ db }) =>
    db.execute<{ representatives: PublishedRepresentative[] | null; today: string; withheld: string[] }>(sql`
      select p.facts->'representatives' as representatives, access.today()::text as today, array(select publication.withheld_posts()) as withheld
      from publication.publications p where p.slug = ${slug} and p.kind = 'directory' order by p.number desc limit 1`),
  );
  return row?.representatives ? representativesOn(withholdPosts(row.representatives, new Set(row.withheld)), row.today) : null;
}
