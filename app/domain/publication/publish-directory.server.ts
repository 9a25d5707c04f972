import { and, eq, max } from "drizzle-orm";

import type { PostToday } from "#app/domain/partnerships/directory.ts";
import { findDirectory } from "#app/domain/partnerships/directory.server.ts";
import type { SessionTx } from "#db/client.server.ts";
import { publications } from "#db/schema/index.ts";

import type { PublishedPost, StoredDirectory } from "./record.ts";

/**
 * Publishes who is accountable today. Called by every command that changes it, after its ledger entry: the locked head
 * of the partnership's chain keeps two such changes in one order.
 */
export async function publishDirectory(tx: SessionTx, partnershipId: string): Promise<void> {
  const directory = await findDirectory(tx, partnershipId);
  if (!directory) throw new Error("no partnership to publish");
  const { id, slug, name, areas, edition, icbCompleteness } = directory;
  const facts: StoredDirectory = {
    partnership: { id, slug, name },
    areas,
    edition,
    icbCompleteness,
    seats: directory.seats.map((seat) => ({ ...seat, lead: toPublic(seat.lead), delegate: seat.delegate && toPublic(seat.delegate) })),
    chair: directory.chair && toPublic(directory.chair),
    scrutineer: directory.scrutineer && toPublic(directory.scrutineer),
  };
  const [last] = await tx.db
    .select({ number: max(publications.number) })
    .from(publications)
    .where(and(eq(publications.partnershipId, partnershipId), eq(publications.kind, "directory")));
  await tx.db.insert(publications).values({ partnershipId, slug, kind: "directory", number: (last?.number ?? 0) + 1, publishedAt: tx.now, facts });
}

function toPublic({ office, terms }: PostToday): PublishedPost {
  return { office, holders: terms.map(({ nameWithheld, name, since, until, acting }) => ({ name: nameWithheld ? null : name, since, until, acting })) };
}
