import { appendToLedger } from "#app/domain/ledger/append-to-ledger.server.ts";
import { done, type Outcome, refused } from "#app/domain/shared/refusals.ts";
import type { SessionTx } from "#db/client.server.ts";

import { pathToTell } from "./appoint-holder.server.ts";
import { makeAppointment } from "./make-appointment.server.ts";
import { carryOutPartnerChange } from "./partners/carry-out-change.server.ts";
import { findPost } from "./posts.server.ts";
import { appointmentData, closeProposal, type ProposalRow } from "./proposal.server.ts";
import type { ProposalKind } from "./vocabulary.ts";

export interface CarriedOut {
  /** What the person who gave the last agreement is told once, and nothing keeps. */
  invitationPath: string | null;
}

type CarryOut = (tx: SessionTx, proposal: ProposalRow) => Promise<Outcome<CarriedOut>>;

/** What each kind of proposal does once everybody has agreed. A kind joins here. */
const acts: Partial<Record<ProposalKind, CarryOut>> = {
  "appoint-lead": appoint,
  "appoint-chair": appoint,
  "appoint-scrutineer": appoint,
  "add-partner": carryOutPartnerChange,
  "end-partner": carryOutPartnerChange,
  "succeed-partner": carryOutPartnerChange,
};

/** Carries an agreed proposal out, in the transaction of the last agreement, and closes it. A refusal rolls both back. */
export async function carryOut(tx: SessionTx, proposal: ProposalRow): Promise<Outcome<CarriedOut>> {
  const act = acts[proposal.kind];
  if (!act) throw new Error(`nothing carries out ${proposal.kind}`);
  const outcome = await act(tx, proposal);
  if (!outcome.ok) return outcome;
  await closeProposal(tx, proposal.id, "carried-out", null);
  await appendToLedger(tx, { type: "proposal.carried-out", partnershipId: proposal.partnershipId, data: { proposalId: proposal.id } });
  return outcome;
}

async function appoint(tx: SessionTx, { id, partnershipId, postId, data }: ProposalRow): Promise<Outcome<CarriedOut>> {
  const post = postId === null ? null : await findPost(tx, partnershipId, postId);
  if (!post) return refused("seats-changed", "The post does not exist any more.");
  const { whom, office, acting, startsOn, terms } = appointmentData.parse(data);
  const made = await makeAppointment(tx, post, { whom, office, acting, startsOn, proposalId: id, ...(post.role === "lsp" ? {} : { terms }) });
  return made.ok ? done({ invitationPath: pathToTell(tx, made.value) }) : made;
}
