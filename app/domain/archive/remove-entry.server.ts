import { forbid } from "#app/domain/access/require.server.ts";
import { appendToLedger } from "#app/domain/ledger/append-to-ledger.server.ts";
import { change, type Submission } from "#app/domain/shared/change.server.ts";
import { done, type Outcome, refused } from "#app/domain/shared/refusals.ts";
import type { SessionActor } from "#db/client.server.ts";
import { archiveRemovals, publicationNotices, publications } from "#db/schema/index.ts";

import { findEntry, lockArchive, statesOf } from "./publish-entry.server.ts";

/**
 * Takes an entry off the public list, as a version is taken down: one person is enough, and from then on its title,
 * address and file can be read by nobody, in any of its states. That there was one, when it went and why stays.
 * `reason` is public and must identify nobody. Refusals: entry-removed, not-found, not-permitted.
 */
export async function removeArchiveEntry(actor: SessionActor, input: { partnershipId: string; entryId: string; reason: string }, submission: Submission): Promise<Outcome<{ entryId: string }>> {
  return change(actor, "remove-archive-entry", submission, async (tx) => {
    const { partnershipId, entryId, reason } = input;
    const forbidden = forbid(tx.me, "take-down", { partnershipId });
    if (forbidden) return forbidden;
    await lockArchive(tx, partnershipId);
    const entry = await findEntry(tx, partnershipId, entryId);
    if (!entry) return refused("not-found");
    if (entry.removed) return refused("entry-removed");
    const states = await tx.db.select({ publicationId: publications.id }).from(publications).where(statesOf(partnershipId, entryId));
    await tx.db.insert(archiveRemovals).values({ entryId, partnershipId, reason, removedAt: tx.now, removedBy: tx.me.personId });
    await tx.db.insert(publicationNotices).values(states.map(({ publicationId }) => ({ publicationId, partnershipId, state: "taken-down" as const, at: tx.now, reason })));
    await appendToLedger(tx, { type: "archive.entry-removed", partnershipId, data: { entryId } });
    return done({ entryId });
  });
}
