import { and, eq, lte } from "drizzle-orm";

import { forbid } from "#app/domain/access/require.server.ts";
import { isConfirmed } from "#app/domain/documents/rules.ts";
import { appendToLedger } from "#app/domain/ledger/append-to-ledger.server.ts";
import { change, type Submission } from "#app/domain/shared/change.server.ts";
import { done, type Outcome, refused } from "#app/domain/shared/refusals.ts";
import type { SessionActor, SessionTx } from "#db/client.server.ts";
import { agencyListTakedowns, publicationNotices, publications } from "#db/schema/index.ts";

export interface EraseListsInput {
  partnershipId: string;
  takedownId: string;
}

type Takedown = typeof agencyListTakedowns.$inferSelect;

/** Proposes to erase the lists that were taken down. Somebody else must confirm. Refusals: as of erasing. */
export async function proposeListErasure(actor: SessionActor, input: EraseListsInput, submission: Submission): Promise<Outcome<null>> {
  return onTakenDown(actor, "propose-agencies-erasure", input, submission, async (tx, { id, partnershipId, erasureProposedAt }) => {
    if (erasureProposedAt) return refused("nothing-to-change");
    await tx.db.update(agencyListTakedowns).set({ erasureProposedAt: tx.now, erasureProposedBy: tx.me.personId }).where(eq(agencyListTakedowns.id, id));
    await appendToLedger(tx, { type: "agencies.erasure-proposed", partnershipId, data: { takedownId: id } });
    return done(null);
  });
}

/**
 * Erases the words of every list that was taken down then or before, on the word of a second person: the database removes
 * the bytes as soon as the takedown says so (trigger agency_list_takedowns_erase). Hashes and ledger entries stand.
 * Refusals: second-person-needed, identity-not-confirmed, nothing-to-change, not-found, not-permitted.
 */
export async function eraseLists(actor: SessionActor, input: EraseListsInput, submission: Submission): Promise<Outcome<null>> {
  return onTakenDown(actor, "erase-agencies", input, submission, async (tx, { id, partnershipId, upTo, erasedAt, erasureProposedBy }) => {
    if (erasedAt) return refused("nothing-to-change");
    if (!erasureProposedBy || erasureProposedBy === tx.me.personId) return refused("second-person-needed");
    await tx.db.update(agencyListTakedowns).set({ erasedAt: tx.now, erasedBy: tx.me.personId }).where(eq(agencyListTakedowns.id, id));
    const lists = await tx.db.select({ publicationId: publications.id }).from(publications).where(and(eq(publications.partnershipId, partnershipId), eq(publications.kind, "agencies"), lte(publications.number, upTo)));
    // Those of an earlier takedown that was erased before have their notice.
    await tx.db.insert(publicationNotices).values(lists.map(({ publicationId }) => ({ publicationId, partnershipId, state: "erased" as const, at: tx.now, reason: null }))).onConflictDoNothing();
    await appendToLedger(tx, { type: "agencies.erased", partnershipId, data: { takedownId: id } });
    return done(null);
  });
}

async function onTakenDown(actor: SessionActor, command: string, { partnershipId, takedownId }: EraseListsInput, submission: Submission, act: (tx: SessionTx, takedown: Takedown) => Promise<Outcome<null>>): Promise<Outcome<null>> {
  return change(actor, command, submission, async (tx) => {
    const forbidden = forbid(tx.me, "erase", { partnershipId });
    if (forbidden) return forbidden;
    const [takedown] = await tx.db.select().from(agencyListTakedowns).where(and(eq(agencyListTakedowns.id, takedownId), eq(agencyListTakedowns.partnershipId, partnershipId))).for("update");
    if (!takedown) return refused("not-found");
    if (!isConfirmed(tx.me.confirmedAt, tx.now)) return refused("identity-not-confirmed");
    return act(tx, takedown);
  });
}
