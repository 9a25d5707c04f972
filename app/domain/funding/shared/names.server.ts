import { desc, eq, sql } from "drizzle-orm";

import type { Tx } from "#db/client.server.ts";
import { partnerships, publications } from "#db/schema/index.ts";

import type { PartnershipChoice } from "./shared-view.ts";

/** The partnerships that are published on this site, and one's own, by name: those that can be given a part. */
export async function readChoices(tx: Tx): Promise<PartnershipChoice[]> {
  const published = await tx.db
    .selectDistinctOn([publications.partnershipId], { id: publications.partnershipId, name: sql<string>`${publications.facts}->'partnership'->>'name'` })
    .from(publications)
    .where(eq(publications.kind, "directory"))
    .orderBy(publications.partnershipId, desc(publications.number));
  const own = await tx.db.select({ id: partnerships.id, name: partnerships.name }).from(partnerships);
  const names = new Map([...published, ...own].map(({ id, name }) => [id, name]));
  return [...names].map(([id, name]) => ({ id, name })).sort((a, b) => a.name.localeCompare(b.name, "en-GB"));
}

/** A partnership's name, for people of another one. */
export function nameOf(choices: readonly PartnershipChoice[], id: string): string {
  return choices.find((choice) => choice.id === id)?.name ?? "A partnership that is not published";
}
