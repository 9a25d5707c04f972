import { sql } from "drizzle-orm";

import { forbid } from "#app/domain/access/require.server.ts";
import { appendToLedger } from "#app/domain/ledger/append-to-ledger.server.ts";
import { lockAwaitingVersions } from "#app/domain/documents/close-overtaken.server.ts";
import { isConfirmed } from "#app/domain/documents/rules.ts";
import { lockOffices } from "#app/domain/partnerships/lock.server.ts";
import { change, type Submission } from "#app/domain/shared/change.server.ts";
import { done, type Outcome, type Refusal, refusals, refused } from "#app/domain/shared/refusals.ts";
import type { SessionActor, SessionTx } from "#db/client.server.ts";
import { proposalAgreements } from "#db/schema/index.ts";

import { carryOut } from "./carry-out.server.ts";
import { tellOfClosing } from "./close-proposal.server.ts";
import { isPartnerKind } from "./partners/partner-data.server.ts";
import { closeProposal, listAgreements, lockProposal, type ProposalRow } from "./proposal.server.ts";

export interface AgreeInput {
  partnershipId: string;
  proposalId: string;
  seatId: string;
}

/** `why`: what overtook a proposal that lapsed as the last agreement was given. */
export interface Agreed {
  state: "open" | "carried-out" | "lapsed";
  why: string | null;
}

/** What no further agreement can put right: the proposal has been overtaken. */
const overtaken: ReadonlySet<Refusal> = new Set(["appointment-clash", "impossible-dates", "other-name", "two-kinds-of-seat", "scrutineer-independent", "chair-not-delegate", "seats-changed", "body-not-live", "partner-already", "one-of-each-kind"]);

/**
 * Agrees to a proposal for one seat that the actor leads. Its row is locked, so simultaneous agreements go one after the
 * other, and the last one carries it out, exactly once. When it cannot be carried out any more, it lapses instead.
 * Needs an identity confirmed within five minutes. `invitationPath` is told once and kept nowhere.
 * Refusals: not-found, not-permitted, not-your-seat, identity-not-confirmed, proposal-closed, already-agreed, not-agreed
 * (a second person is needed).
 */
export async function agreeProposal(actor: SessionActor, input: AgreeInput, submission: Submission): Promise<Outcome<Agreed & { invitationPath: string | null }>> {
  let invitationPath: string | null = null;
  const outcome = await change<Agreed>(actor, "agree-proposal", submission, async (tx) => {
    const found = await findToAgree(tx, input);
    if (!found.ok) return found;
    await insertAgreement(tx, input, found.value.appointmentId);
    const [row] = await tx.db.execute<{ agreed: boolean }>(sql`select portal.proposal_is_agreed(${input.proposalId}::uuid) as agreed`);
    if (!row?.agreed) return done({ state: "open", why: null });
    const carried = await carryOut(tx, found.value.proposal);
    if (!carried.ok) return carried;
    invitationPath = carried.value.invitationPath;
    return done({ state: "carried-out", why: null });
  });
  if (outcome.ok) return done({ ...outcome.value, invitationPath });
  if (!overtaken.has(outcome.refusal)) return outcome;
  const lapsed = await lapse(actor, input, submission, [refusals[outcome.refusal].title, outcome.detail].filter(Boolean).join(". "));
  return lapsed.ok ? done({ ...lapsed.value, invitationPath: null }) : lapsed;
}

async function findToAgree(tx: SessionTx, { partnershipId, proposalId, seatId }: AgreeInput): Promise<Outcome<{ proposal: ProposalRow; appointmentId: string }>> {
  const forbidden = forbid(tx.me, "agree", { partnershipId });
  if (forbidden) return forbidden;
  await lockOffices(tx, { partnershipId });
  const proposal = await lockProposal(tx, partnershipId, proposalId);
  if (!proposal?.requiredSeats.includes(seatId)) return refused("not-found");
  const held = tx.me.holds.find((holding) => holding.partnershipId === partnershipId && holding.role === "lsp" && holding.seatId === seatId);
  if (!held) return refused("not-your-seat");
  if (!isConfirmed(tx.me.confirmedAt, tx.now)) return refused("identity-not-confirmed");
  if (proposal.status !== "open") return refused("proposal-closed");
  if (isPartnerKind(proposal.kind)) await lockAwaitingVersions(tx, partnershipId);
  if ((await listAgreements(tx, proposalId)).some((agreement) => agreement.seatId === seatId)) return refused("already-agreed");
  return done({ proposal, appointmentId: held.appointmentId });
}

async function insertAgreement(tx: SessionTx, { partnershipId, proposalId, seatId }: AgreeInput, appointmentId: string): Promise<void> {
  const { personId } = tx.me;
  await tx.db.insert(proposalAgreements).values({ proposalId, partnershipId, seatId, personId, appointmentId, agreedAt: tx.now });
  await appendToLedger(tx, { type: "proposal.agreed", partnershipId, data: { proposalId, seatId, personId } });
}

/** In a transaction of its own: what the agreement would have done was rolled back. */
async function lapse(actor: SessionActor, input: AgreeInput, submission: Submission, why: string): Promise<Outcome<Agreed>> {
  return change<Agreed>(actor, "agree-proposal", submission, async (tx) => {
    const found = await findToAgree(tx, input);
    if (!found.ok) return found;
    const { proposal } = found.value;
    await closeProposal(tx, proposal.id, "lapsed", why);
    await appendToLedger(tx, { type: "proposal.lapsed", partnershipId: proposal.partnershipId, data: { proposalId: proposal.id } });
    await tellOfClosing(tx, proposal, "lapsed", why);
    return done({ state: "lapsed", why });
  });
}
