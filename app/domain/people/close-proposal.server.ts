import { sql } from "drizzle-orm";

import { forbid } from "#app/domain/access/require.server.ts";
import { isConfirmed } from "#app/domain/documents/rules.ts";
import { appendToLedger } from "#app/domain/ledger/append-to-ledger.server.ts";
import { notify } from "#app/domain/notifications/notify.server.ts";
import { leadsOf } from "#app/domain/notifications/recipients.server.ts";
import { lockOffices } from "#app/domain/partnerships/lock.server.ts";
import { change, type Submission } from "#app/domain/shared/change.server.ts";
import { done, type Outcome, refused } from "#app/domain/shared/refusals.ts";
import type { SessionActor, SessionTx } from "#db/client.server.ts";

import { closeProposal, listAgreements, lockProposal, type ProposalRow } from "./proposal.server.ts";

interface Which {
  partnershipId: string;
  proposalId: string;
}

/**
 * Declines a proposal, with a reason, which closes it; every lead who is asked may. Of a lead's seat only its own body's lead
 * declines, while there is one; the others leave it at not agreeing.
 * Refusals: not-found, not-permitted, not-your-seat, identity-not-confirmed, proposal-closed.
 */
export async function declineProposal(actor: SessionActor, { partnershipId, proposalId, reason }: Which & { reason: string }, submission: Submission): Promise<Outcome<{ status: "declined" }>> {
  return change(actor, "decline-proposal", submission, async (tx) => {
    const forbidden = forbid(tx.me, "agree", { partnershipId });
    if (forbidden) return forbidden;
    await lockOffices(tx, { partnershipId });
    const proposal = await lockProposal(tx, partnershipId, proposalId);
    if (!proposal) return refused("not-found");
    const asked = tx.me.holds.some((held) => held.partnershipId === partnershipId && held.role === "lsp" && held.seatId !== null && proposal.requiredSeats.includes(held.seatId));
    if (!asked || !(await mayDecide(tx, proposal))) return refused("not-your-seat");
    if (!isConfirmed(tx.me.confirmedAt, tx.now)) return refused("identity-not-confirmed");
    if (proposal.status !== "open") return refused("proposal-closed");
    await closeProposal(tx, proposalId, "declined", reason);
    await appendToLedger(tx, { type: "proposal.declined", partnershipId, data: { proposalId } });
    await tellOfClosing(tx, proposal, "declined", reason);
    return done({ status: "declined" });
  });
}

/** Whether the actor, as a lead who is asked, has the say over a proposal about one seat. */
async function mayDecide(tx: SessionTx, { rule, seatId }: ProposalRow): Promise<boolean> {
  if (rule !== "own-body-and-another" || seatId === null || tx.me.holds.some((held) => held.role === "lsp" && held.seatId === seatId)) return true;
  const [row] = await tx.db.execute<{ speaks: boolean }>(sql`select portal.seat_can_speak(${seatId}::uuid) as speaks`);
  return !row?.speaks;
}

/**
 * Withdraws a proposal: whoever made it, and nobody else.
 * Refusals: not-found, not-permitted, proposal-closed.
 */
export async function withdrawProposal(actor: SessionActor, { partnershipId, proposalId }: Which, submission: Submission): Promise<Outcome<{ status: "withdrawn" }>> {
  return change(actor, "withdraw-proposal", submission, async (tx) => {
    const forbidden = forbid(tx.me, "propose-appointment", { partnershipId });
    if (forbidden) return forbidden;
    await lockOffices(tx, { partnershipId });
    const proposal = await lockProposal(tx, partnershipId, proposalId);
    if (!proposal) return refused("not-found");
    if (proposal.proposedBy !== tx.me.personId) return refused("not-permitted");
    if (proposal.status !== "open") return refused("proposal-closed");
    await closeProposal(tx, proposalId, "withdrawn", null);
    await appendToLedger(tx, { type: "proposal.withdrawn", partnershipId, data: { proposalId } });
    await tellOfClosing(tx, proposal, "withdrawn", null);
    return done({ status: "withdrawn" });
  });
}

/** Tells whoever proposed it, whoever agreed, and the leads who were asked, that a proposal came to nothing. */
export async function tellOfClosing(tx: SessionTx, proposal: ProposalRow, how: "declined" | "withdrawn" | "lapsed", reason: string | null): Promise<void> {
  const { id: proposalId, partnershipId, proposedBy, requiredSeats } = proposal;
  const agreed = (await listAgreements(tx, proposalId)).map((agreement) => agreement.personId);
  const asked = await leadsOf(tx, partnershipId, requiredSeats);
  await notify(tx, { kind: "proposal-closed", partnershipId, proposalId, proposal: proposal.kind, how, reason }, [proposedBy, ...agreed, ...asked]);
}
