import { eq } from "drizzle-orm";

import { forbid } from "#app/domain/access/require.server.ts";
import { appendToLedger } from "#app/domain/ledger/append-to-ledger.server.ts";
import { change, type Submission } from "#app/domain/shared/change.server.ts";
import { done, type Outcome, refused } from "#app/domain/shared/refusals.ts";
import type { SessionActor, SessionTx } from "#db/client.server.ts";
import { takedowns } from "#db/schema/index.ts";

import { isConfirmed } from "./rules.ts";
import { lockVersion, type VersionRow } from "./version.server.ts";
import { addNotice } from "./withdraw-version.server.ts";

interface ErasureInput {
  partnershipId: string;
  versionId: string;
}

type Takedown = typeof takedowns.$inferSelect;

/** Proposes to erase the bytes of a version already taken down. Somebody else must confirm. */
export async function proposeErasure(actor: SessionActor, input: ErasureInput, submission: Submission): Promise<Outcome<{ number: number }>> {
  return onTakenDown(actor, "propose-erasure", input, submission, async (tx, version, takedown) => {
    if (takedown.erasureProposedAt) return refused("nothing-to-change");
    await tx.db.update(takedowns).set({ erasureProposedAt: tx.now, erasureProposedBy: tx.me.personId }).where(eq(takedowns.versionId, version.id));
    await appendToLedger(tx, { type: "version.erasure-proposed", partnershipId: version.partnershipId, data: { versionId: version.id } });
    return done({ number: version.number });
  });
}

/**
 * Erases the content, HTML and PDF of a version taken down, on the word of a second person: the database removes the
 * bytes as soon as the takedown says so (trigger takedowns_erase). Every hash, signature and ledger entry stands.
 * Refusals: second-person-needed, identity-not-confirmed, nothing-to-change.
 */
export async function eraseVersion(actor: SessionActor, input: ErasureInput, submission: Submission): Promise<Outcome<{ number: number }>> {
  return onTakenDown(actor, "erase-version", input, submission, async (tx, version, takedown) => {
    if (takedown.erasedAt) return refused("nothing-to-change");
    if (!takedown.erasureProposedBy || takedown.erasureProposedBy === tx.me.personId) return refused("second-person-needed");
    await tx.db.update(takedowns).set({ erasedAt: tx.now, erasedBy: tx.me.personId }).where(eq(takedowns.versionId, version.id));
    await addNotice(tx, version, "erased", null);
    await appendToLedger(tx, { type: "version.erased", partnershipId: version.partnershipId, data: { versionId: version.id } });
    return done({ number: version.number });
  });
}

async function onTakenDown(
  actor: SessionActor,
  command: string,
  { partnershipId, versionId }: ErasureInput,
  submission: Submission,
  act: (tx: SessionTx, version: VersionRow, takedown: Takedown) => Promise<Outcome<{ number: number }>>,
): Promise<Outcome<{ number: number }>> {
  return change(actor, command, submission, async (tx) => {
    const forbidden = forbid(tx.me, "erase", { partnershipId });
    if (forbidden) return forbidden;
    const version = await lockVersion(tx, partnershipId, versionId);
    if (!version) return refused("not-found");
    const [takedown] = await tx.db.select().from(takedowns).where(eq(takedowns.versionId, versionId)).for("update");
    if (!takedown) return refused("version-not-in-that-state");
    if (!isConfirmed(tx.me.confirmedAt, tx.now)) return refused("identity-not-confirmed");
    return act(tx, version, takedown);
  });
}
