import { and, eq, gt, inArray, isNull, max, ne, or } from "drizzle-orm";

import { closeOvertakenVersions } from "#app/domain/documents/close-overtaken.server.ts";
import { appendToLedger } from "#app/domain/ledger/append-to-ledger.server.ts";
import { notify } from "#app/domain/notifications/notify.server.ts";
import { holdersOf } from "#app/domain/notifications/recipients.server.ts";
import type { Holder } from "#app/domain/partnerships/directory.ts";
import { delegateOffice, leadOffice } from "#app/domain/partnerships/rules.ts";
import { publishDirectory } from "#app/domain/publication/publish-directory.server.ts";
import { showDate } from "#app/domain/shared/dates.ts";
import { done, type Outcome } from "#app/domain/shared/refusals.ts";
import type { SessionTx } from "#db/client.server.ts";
import { appointments, posts, proposals, seats } from "#db/schema/index.ts";

import { tellOfClosing } from "../close-proposal.server.ts";
import { closeProposal, type ProposalRow } from "../proposal.server.ts";
import { describeProposal } from "../proposal-words.ts";
import { holdsOn } from "../rules.ts";
import { isPartnerKind, type PartnerData, partnerData } from "./partner-data.server.ts";
import { planChange, type PlannedChange, type SeatToEnd } from "./plan-change.server.ts";

/**
 * Makes a change of partners that two bodies agreed to, in the transaction of the last agreement: the seats that end with
 * their posts and appointments, the seat that begins, those who go on in it; what is overtaken is closed, and it is
 * published. With a date to come everything is dated so, and the versions are closed on the day.
 */
export async function carryOutPartnerChange(tx: SessionTx, proposal: ProposalRow): Promise<Outcome<{ invitationPath: string | null }>> {
  const { id: proposalId, partnershipId, kind, reason } = proposal;
  if (!isPartnerKind(kind)) throw new Error("not a change of partners");
  const data = partnerData.parse(proposal.data);
  const planned = await planChange(tx, partnershipId, kind, data);
  if (!planned.ok) return planned;
  const plan = planned.value;
  const told = await holdersOf(tx, partnershipId, ["lsp", "dsp", "chair", "business-manager", "scrutineer"]);
  const into = plan.mergesInto?.id ?? (plan.comes ? await beginSeat(tx, proposal, plan) : null);
  for (const seat of plan.ending) await endSeat(tx, proposal, seat, { on: plan.on, successorId: into });
  if (plan.carryFrom && into) await carryOver(tx, proposal, plan.carryFrom, { on: plan.on, seatId: into, organisation: plan.comesAs });
  await lapseOvertakenProposals(tx, proposal, plan);
  await closeOvertakenVersions(tx, partnershipId);
  await publishDirectory(tx, partnershipId);
  await notify(tx, { kind: "partners-changed", partnershipId, proposalId, what: wordsOf(kind, data), on: plan.on, reason }, told);
  return done({ invitationPath: null });
}

function wordsOf(kind: ProposalRow["kind"], data: PartnerData): string {
  return describeProposal({ kind, name: data.organisation, organisation: data.ending.join(" and ") || null });
}

async function beginSeat(tx: SessionTx, { id: proposalId, partnershipId }: ProposalRow, { comes, comesAs, on, ending }: PlannedChange): Promise<string> {
  if (!comes || !comesAs) throw new Error("no body comes");
  const { kind, code, id: organisationId } = comes;
  const [seat] = await tx.db
    .insert(seats)
    .values({ partnershipId, organisationId, kind, name: comesAs, position: await placeOf(tx, partnershipId, ending[0]), validFrom: on, addedBy: proposalId })
    .returning({ id: seats.id });
  if (!seat) throw new Error("the seat was not written");
  await tx.db.insert(posts).values(
    (["lsp", "dsp"] as const).map((role) => ({ partnershipId, role, seatId: seat.id, seatKind: kind, office: role === "lsp" ? leadOffice(kind, code) : delegateOffice, validFrom: on })),
  );
  await appendToLedger(tx, { type: "seat.added", partnershipId, data: { seatId: seat.id, proposalId, on } });
  return seat.id;
}

/** A successor takes the place of the first that it follows; a further partner comes last. */
async function placeOf(tx: SessionTx, partnershipId: string, before: SeatToEnd | undefined): Promise<number> {
  const [row] = await tx.db
    .select({ at: max(seats.position) })
    .from(seats)
    .where(before ? eq(seats.id, before.id) : eq(seats.partnershipId, partnershipId));
  return (row?.at ?? 0) + (before ? 0 : 1);
}

async function endSeat(tx: SessionTx, { id: proposalId, partnershipId }: ProposalRow, seat: SeatToEnd, { on, successorId }: { on: string; successorId: string | null }): Promise<void> {
  await tx.db.update(seats).set({ validTo: on, endedBy: proposalId, successorId }).where(eq(seats.id, seat.id));
  await tx.db.update(posts).set({ validTo: on }).where(eq(posts.seatId, seat.id));
  for (const { post, holder } of seat.posts.flatMap((post) => post.holders.map((holder) => ({ post, holder })))) {
    // Somebody appointed from a later day is withdrawn: the appointment covers no day.
    const endsOn = holder.since > on ? holder.since : on;
    if (holder.until !== null && holder.until <= on) continue;
    await tx.db
      .update(appointments)
      .set({ endsOn, endedAt: tx.now, endedBy: tx.me.personId, endReason: "The seat ended" })
      .where(and(eq(appointments.id, holder.appointmentId), or(isNull(appointments.endsOn), gt(appointments.endsOn, on))));
    await appendToLedger(tx, { type: "appointment.ended", partnershipId, data: { appointmentId: holder.appointmentId, endsOn } });
    await notify(tx, { kind: "appointment-ended", partnershipId, role: post.role, office: holder.office, organisation: seat.organisation, endsOn }, [holder.personId]);
  }
  await appendToLedger(tx, { type: "seat.ended", partnershipId, data: { seatId: seat.id, proposalId, on, successorId } });
}

/** The lead and the delegate of one of the seats go on in the seat that follows, for as long as they would have held it. */
async function carryOver(tx: SessionTx, { id: proposalId, partnershipId }: ProposalRow, from: SeatToEnd, { on, seatId, organisation }: { on: string; seatId: string; organisation: string | null }): Promise<void> {
  const openPosts = await tx.db.select().from(posts).where(and(eq(posts.partnershipId, partnershipId), eq(posts.seatId, seatId)));
  for (const post of openPosts) {
    const holder = from.posts.filter((each) => each.role === post.role).flatMap((each) => each.holders).find((each) => goesOn(each, on));
    if (!holder) continue;
    const { personId, acting, office, until } = holder;
    const [made] = await tx.db
      .insert(appointments)
      .values({ partnershipId, postId: post.id, role: post.role, seatId, seatKind: post.seatKind, personId, acting, office, startsOn: on, endsOn: until, proposalId, madeAt: tx.now, madeBy: tx.me.personId })
      .returning({ id: appointments.id });
    if (!made) throw new Error("the appointment was not written");
    await appendToLedger(tx, { type: "appointment.made", partnershipId, data: { appointmentId: made.id, postId: post.id, personId, startsOn: on, acting } });
    await notify(tx, { kind: "appointment-made", partnershipId, role: post.role, office, organisation, startsOn: on, acting }, [personId]);
  }
}

function goesOn(holder: Holder, on: string): boolean {
  return holdsOn(holder, on) && holder.since < on;
}

/**
 * What was proposed for an office of a seat that ends cannot be carried out any more; and what every lead must agree to is
 * asked again of those who lead after the change. Whoever proposed, agreed or was asked is told.
 */
async function lapseOvertakenProposals(tx: SessionTx, { id, partnershipId }: ProposalRow, { ending, on }: PlannedChange): Promise<void> {
  const ends = ending.map((seat) => seat.id);
  const overtaken = await tx.db
    .select()
    .from(proposals)
    .where(and(eq(proposals.partnershipId, partnershipId), eq(proposals.status, "open"), ne(proposals.id, id), or(inArray(proposals.seatId, ends), eq(proposals.rule, "every-lead"))))
    .for("update");
  for (const proposal of overtaken) {
    const ofEndedSeat = proposal.seatId !== null && ends.includes(proposal.seatId);
    const why = ofEndedSeat ? `The seat it is about ends on ${showDate(on)}.` : `The statutory partners who must agree change on ${showDate(on)}. Propose it again.`;
    await closeProposal(tx, proposal.id, "lapsed", why);
    await appendToLedger(tx, { type: "proposal.lapsed", partnershipId, data: { proposalId: proposal.id } });
    await tellOfClosing(tx, proposal, "lapsed", why);
  }
}
