import { and, desc, eq, inArray, or, sql } from "drizzle-orm";

import { can } from "#app/domain/access/rules.ts";
import { isConfirmed } from "#app/domain/documents/rules.ts";
import type { SeatRecord } from "#app/domain/partnerships/directory.ts";
import { listOffices, listSeats } from "#app/domain/partnerships/offices.server.ts";
import { dayInLondon } from "#app/domain/shared/dates.ts";
import { as, type SessionActor, type SessionTx } from "#db/client.server.ts";
import { people, proposalAgreements, proposals } from "#db/schema/index.ts";

import { listOpenBusiness } from "./open-business.server.ts";
import { appointmentData, type ProposalRow } from "./proposal.server.ts";
import { isPartnerKind, partnerData } from "./partners/partner-data.server.ts";
import { heldOn, holdsOn } from "./rules.ts";
import type { ProposalLine, ProposalView } from "./proposal-view.ts";

/** The proposals of a partnership: the open ones, then the last twenty closed, newest first. Empty for whoever may not read them. */
export async function listProposals(actor: SessionActor, partnershipId: string): Promise<ProposalLine[]> {
  return as(actor, (tx) => readProposals(tx, partnershipId));
}

export async function readProposals(tx: SessionTx, partnershipId: string): Promise<ProposalLine[]> {
  if (!can(tx.me, "read-proposals", { partnershipId })) return [];
  const rows = await tx.db
    .select()
    .from(proposals)
    .where(eq(proposals.partnershipId, partnershipId))
    .orderBy(sql`${proposals.status} <> 'open'`, desc(proposals.proposedAt))
    .limit(40);
  if (rows.length === 0) return [];
  const agreements = await tx.db.select().from(proposalAgreements).where(inArray(proposalAgreements.proposalId, rows.map((row) => row.id)));
  const offices = await listOffices(tx.db, partnershipId);
  return rows.map((row) => toLine(tx, row, agreements.filter((each) => each.proposalId === row.id).map((each) => each.seatId), offices));
}

function toLine(tx: SessionTx, row: ProposalRow, agreed: readonly string[], offices: readonly { postId: string; organisation: string | null }[]): ProposalLine {
  const held = tx.me.holds.filter((holding) => holding.partnershipId === row.partnershipId && holding.role === "lsp").map((holding) => holding.seatId);
  const data = appointmentData.safeParse(row.data).data;
  const partner = partnerData.safeParse(row.data).data;
  return {
    id: row.id,
    kind: row.kind,
    status: row.status,
    postId: row.postId,
    name: data?.name ?? partner?.organisation ?? null,
    organisation: partner ? partner.ending.join(" and ") || null : (offices.find((office) => office.postId === row.postId)?.organisation ?? null),
    proposedOn: dayInLondon(row.proposedAt),
    closedOn: row.closedAt && dayInLondon(row.closedAt),
    agreed: agreed.length,
    needed: row.rule === "every-lead" ? row.requiredSeats.length : 2,
    mine: row.status === "open" ? row.requiredSeats.filter((seat) => held.includes(seat) && !agreed.includes(seat)) : [],
  };
}

/** One proposal in full, or null when there is none for the actor. */
export async function findProposal(actor: SessionActor, partnershipId: string, proposalId: string): Promise<ProposalView | null> {
  return as(actor, async (tx) => {
    if (!can(tx.me, "read-proposals", { partnershipId })) return null;
    const [row] = await tx.db.select().from(proposals).where(and(eq(proposals.id, proposalId), eq(proposals.partnershipId, partnershipId)));
    return row ? toView(tx, row) : null;
  });
}

async function toView(tx: SessionTx, row: ProposalRow): Promise<ProposalView> {
  const agreements = await tx.db
    .select({ seatId: proposalAgreements.seatId, name: people.name, at: proposalAgreements.agreedAt })
    .from(proposalAgreements)
    .innerJoin(people, eq(people.id, proposalAgreements.personId))
    .where(eq(proposalAgreements.proposalId, row.id));
  const offices = await listOffices(tx.db, row.partnershipId);
  const line = toLine(tx, row, agreements.map((each) => each.seatId), offices);
  const names = await readNames(tx, [row.proposedBy, row.closedBy]);
  const post = offices.find((office) => office.postId === row.postId);
  const data = appointmentData.safeParse(row.data).data;
  const holder = post && data ? (post.holders.find((each) => each.since < data.startsOn && (each.until === null || each.until > data.startsOn)) ?? null) : null;
  const seats = (await listSeats(tx.db, row.partnershipId)).filter((seat) => row.requiredSeats.includes(seat.id));
  const asked = tx.me.holds.filter((holding) => holding.role === "lsp" && holding.seatId !== null && row.requiredSeats.includes(holding.seatId));
  const leadOf = (seat: SeatRecord) => heldOn(offices.filter((office) => office.seatId === seat.id && office.role === "lsp").flatMap((office) => office.holders), tx.today);
  const own = seats.find((seat) => seat.id === row.seatId);
  const ownSpeaks = row.rule === "own-body-and-another" && own !== undefined && leadOf(own) !== null;
  return {
    ...line,
    rule: row.rule,
    reason: row.reason,
    proposedBy: names.get(row.proposedBy) ?? "Unknown",
    closedBy: row.closedBy && (names.get(row.closedBy) ?? "Unknown"),
    closedReason: row.closedReason,
    appointment: data ? { office: data.office, acting: data.acting, startsOn: data.startsOn, terms: data.terms, replaces: row.status === "open" ? (holder?.name ?? null) : null } : null,
    partner: await readPartner(tx, row),
    seats: seats.map((seat) => {
      const answer = agreements.find((each) => each.seatId === seat.id);
      return { seatId: seat.id, organisation: seat.organisation, agreed: answer ? { name: answer.name, on: dayInLondon(answer.at) } : null, lead: leadOf(seat)?.name ?? null, mine: line.mine.includes(seat.id) };
    }),
    open: row.status === "open" && post ? await listOpenBusiness(tx, { partnershipId: row.partnershipId, role: post.role, seatId: post.seatId }, holder && { id: holder.appointmentId, personId: holder.personId }) : null,
    may: {
      decline: row.status === "open" && asked.length > 0 && (!ownSpeaks || asked.some((holding) => holding.seatId === row.seatId)),
      withdraw: row.status === "open" && row.proposedBy === tx.me.personId && can(tx.me, "propose-appointment", { partnershipId: row.partnershipId }),
    },
    confirmed: isConfirmed(tx.me.confirmedAt, tx.now),
  };
}

async function readPartner(tx: SessionTx, { kind, partnershipId, data, status }: ProposalRow): Promise<ProposalView["partner"]> {
  if (!isPartnerKind(kind)) return null;
  const { on, carryFromName, organisation } = partnerData.parse(data);
  const here = kind === "succeed-partner" && status === "open" ? (await listSeats(tx.db, partnershipId)).find((seat) => seat.organisation === organisation && holdsOn(seat, on)) : undefined;
  return { on, carries: kind === "succeed-partner" ? carryFromName : null, mergesInto: here?.organisation ?? null };
}

async function readNames(tx: SessionTx, ids: readonly (string | null)[]): Promise<Map<string, string>> {
  const known = ids.filter((id) => id !== null);
  const rows = await tx.db.select({ id: people.id, name: people.name }).from(people).where(or(...known.map((id) => eq(people.id, id))));
  return new Map(rows.map((row) => [row.id, row.name]));
}
