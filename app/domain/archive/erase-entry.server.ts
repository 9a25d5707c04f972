import { and, eq } from "drizzle-orm";

import { forbid } from "#app/domain/access/require.server.ts";
import { isConfirmed } from "#app/domain/documents/rules.ts";
import { appendToLedger } from "#app/domain/ledger/append-to-ledger.server.ts";
import { change, type Submission } from "#app/domain/shared/change.server.ts";
import { done, type Outcome, refused } from "#app/domain/shared/refusals.ts";
import { as, type SessionActor, type SessionTx } from "#db/client.server.ts";
import { archiveRemovals, people, publicationNotices, publications } from "#db/schema/index.ts";

import { lockArchive, statesOf } from "./publish-entry.server.ts";

export interface EraseArchiveEntryInput {
  partnershipId: string;
  entryId: string;
}

type Removal = typeof archiveRemovals.$inferSelect;

/** Proposes to erase what is stored of an entry that was taken off the list. Somebody else must confirm. */
export async function proposeArchiveErasure(actor: SessionActor, input: EraseArchiveEntryInput, submission: Submission): Promise<Outcome<{ entryId: string }>> {
  return onRemoved(actor, "propose-archive-erasure", input, submission, async (tx, { partnershipId, entryId, erasureProposedAt }) => {
    if (erasureProposedAt) return refused("nothing-to-change");
    await tx.db.update(archiveRemovals).set({ erasureProposedAt: tx.now, erasureProposedBy: tx.me.personId }).where(eq(archiveRemovals.entryId, entryId));
    await appendToLedger(tx, { type: "archive.erasure-proposed", partnershipId, data: { entryId } });
    return done({ entryId });
  });
}

/**
 * Erases the words and the files of all states of an entry, on the word of a second person: the database removes the
 * bytes as soon as the removal says so (trigger archive_removals_erase). Hashes and ledger entries stand.
 * Refusals: second-person-needed, identity-not-confirmed, nothing-to-change, not-found (also while it is on the list).
 */
export async function eraseArchiveEntry(actor: SessionActor, input: EraseArchiveEntryInput, submission: Submission): Promise<Outcome<{ entryId: string }>> {
  return onRemoved(actor, "erase-archive-entry", input, submission, async (tx, { partnershipId, entryId, erasedAt, erasureProposedBy }) => {
    if (erasedAt) return refused("nothing-to-change");
    if (!erasureProposedBy || erasureProposedBy === tx.me.personId) return refused("second-person-needed");
    await tx.db.update(archiveRemovals).set({ erasedAt: tx.now, erasedBy: tx.me.personId }).where(eq(archiveRemovals.entryId, entryId));
    const states = await tx.db.select({ publicationId: publications.id }).from(publications).where(statesOf(partnershipId, entryId));
    await tx.db.insert(publicationNotices).values(states.map(({ publicationId }) => ({ publicationId, partnershipId, state: "erased" as const, at: tx.now, reason: null })));
    await appendToLedger(tx, { type: "archive.erased", partnershipId, data: { entryId } });
    return done({ entryId });
  });
}

async function onRemoved(
  actor: SessionActor,
  command: string,
  { partnershipId, entryId }: EraseArchiveEntryInput,
  submission: Submission,
  act: (tx: SessionTx, removal: Removal) => Promise<Outcome<{ entryId: string }>>,
): Promise<Outcome<{ entryId: string }>> {
  return change(actor, command, submission, async (tx) => {
    const forbidden = forbid(tx.me, "erase", { partnershipId });
    if (forbidden) return forbidden;
    await lockArchive(tx, partnershipId);
    const [removal] = await tx.db.select().from(archiveRemovals).where(and(eq(archiveRemovals.entryId, entryId), eq(archiveRemovals.partnershipId, partnershipId)));
    if (!removal) return refused("not-found");
    if (!isConfirmed(tx.me.confirmedAt, tx.now)) return refused("identity-not-confirmed");
    return act(tx, removal);
  });
}

/** How the removal of an entry stands. Moments are RFC 3339. */
export interface ArchiveRemoval {
  entryId: string;
  reason: string;
  removedAt: string;
  proposedBy: { personId: string; name: string } | null;
  proposedAt: string | null;
  erased: boolean;
}

/** What was taken off a partnership's list, the last first; none for somebody who may not erase. */
export async function listArchiveRemovals(actor: SessionActor, partnershipId: string): Promise<ArchiveRemoval[]> {
  return as(actor, async (tx) => {
    if (forbid(tx.me, "erase", { partnershipId })) return [];
    const rows = await tx.db
      .select({ removal: archiveRemovals, name: people.name })
      .from(archiveRemovals)
      .leftJoin(people, eq(people.id, archiveRemovals.erasureProposedBy))
      .where(eq(archiveRemovals.partnershipId, partnershipId));
    return rows
      .map(({ removal: { entryId, reason, removedAt, erasureProposedBy, erasureProposedAt, erasedAt }, name }) => ({
        entryId,
        reason,
        removedAt: removedAt.toISOString(),
        proposedBy: erasureProposedBy === null ? null : { personId: erasureProposedBy, name: name ?? "An administrator of this site" },
        proposedAt: erasureProposedAt?.toISOString() ?? null,
        erased: erasedAt !== null,
      }))
      .sort((a, b) => b.removedAt.localeCompare(a.removedAt));
  });
}
