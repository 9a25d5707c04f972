import { and, asc, eq, sql } from "drizzle-orm";

import { can } from "#app/domain/access/rules.ts";
import { partnerKindLabels } from "#app/domain/documents/vocabulary.ts";
import { isLive, listBodies } from "#app/domain/partnerships/bodies.server.ts";
import { findDirectory } from "#app/domain/partnerships/directory.server.ts";
import type { SeatToday } from "#app/domain/partnerships/directory.ts";
import { bodyName } from "#app/domain/partnerships/rules.ts";
import { as, type SessionActor, type SessionTx } from "#db/client.server.ts";
import { proposals, versions } from "#db/schema/index.ts";

import { isPartnerKind, partnerData } from "./partner-data.server.ts";
import { findSuccession, listSuccessions } from "./succession.server.ts";
import type { PartnerToAdd, SeatToChange, SuccessionNotice, SuccessionView } from "./succession.ts";

/** The bodies that may become partners: those that exist, or will, and have no seat here. */
export async function listPartnersToAdd(actor: SessionActor, partnershipId: string): Promise<PartnerToAdd[]> {
  return as(actor, async (tx) => {
    const directory = await findDirectory(tx, partnershipId);
    const taken = new Set(directory?.seats.map((seat) => seat.organisationCode));
    const found: PartnerToAdd[] = [];
    for (const kind of ["icb", "police", "local-authority"] as const) {
      for (const body of await listBodies(tx, kind)) {
        const comes = body.validFrom !== null && body.validFrom > tx.today;
        if ((isLive(body, tx.today) || comes) && !taken.has(body.code)) found.push({ code: body.code, text: `${bodyName(kind, body.name)} (${partnerKindLabels[kind]}, ${body.code})` });
      }
    }
    return found;
  });
}

/** Each seat whose body ends, for whoever works in the partnership; nothing for others. */
export async function listSuccessionNotices(actor: SessionActor, partnershipId: string): Promise<SuccessionNotice[]> {
  return as(actor, (tx) => readSuccessionNotices(tx, partnershipId));
}

/** The same within a transaction. */
export async function readSuccessionNotices(tx: SessionTx, partnershipId: string): Promise<SuccessionNotice[]> {
  if (!can(tx.me, "read-proposals", { partnershipId })) return [];
  const open = await openChanges(tx, partnershipId);
  return (await listSuccessions(tx, partnershipId)).map(({ seatId, organisation, lastDay, successor }) => ({
    seatId,
    organisation,
    lastDay,
    ended: lastDay < tx.today,
    successor: successor?.name ?? null,
    proposalId: open.find((each) => each.seatIds.includes(seatId))?.id ?? null,
    mayPropose: can(tx.me, "propose-partner", { partnershipId }),
  }));
}

async function openChanges(tx: SessionTx, partnershipId: string): Promise<{ id: string; seatIds: string[] }[]> {
  const rows = await tx.db.select({ id: proposals.id, kind: proposals.kind, data: proposals.data }).from(proposals).where(and(eq(proposals.partnershipId, partnershipId), eq(proposals.status, "open")));
  return rows.flatMap(({ id, kind, data }) => (isPartnerKind(kind) ? [{ id, seatIds: partnerData.parse(data).seatIds }] : []));
}

/** A seat that may end, with what depends on it, or null when it is not there or has an end already. */
export async function findSeatToChange(actor: SessionActor, partnershipId: string, seatId: string): Promise<SeatToChange | null> {
  return as(actor, async (tx) => readSeat(tx, partnershipId, seatId));
}

async function readSeat(tx: SessionTx, partnershipId: string, seatId: string): Promise<SeatToChange | null> {
  const directory = await findDirectory(tx, partnershipId);
  const seat = directory?.seats.find((each) => each.id === seatId && each.until === null);
  if (!seat) return null;
  const awaiting = await tx.db
    .select({ kind: versions.kind, number: versions.number })
    .from(versions)
    .where(and(eq(versions.partnershipId, partnershipId), eq(versions.status, "awaiting"), sql`${seatId}::uuid = any (${versions.requiredSeats})`))
    .orderBy(asc(versions.kind), asc(versions.number));
  const about = await tx.db.select({ id: proposals.id }).from(proposals).where(and(eq(proposals.partnershipId, partnershipId), eq(proposals.status, "open"), eq(proposals.seatId, seatId)));
  const change = (await openChanges(tx, partnershipId)).find((each) => each.seatIds.includes(seatId));
  return { seatId, organisation: seat.organisation, today: tx.today, ...holdersOf(seat), versions: awaiting, proposals: about.filter((each) => each.id !== change?.id).length, proposalId: change?.id ?? null };
}

function holdersOf({ lead, delegate }: SeatToday): Pick<SeatToChange, "lead" | "delegate" | "delegations"> {
  return { lead: lead.holder?.name ?? null, delegate: delegate?.holder?.name ?? null, delegations: delegate?.holder?.delegations.filter((each) => each.until === null).map((each) => each.scope) ?? [] };
}

/** The guided step of one seat: what depends on it and on the others that the same body follows; null when its body does not end. */
export async function findSuccessionView(actor: SessionActor, partnershipId: string, seatId: string): Promise<SuccessionView | null> {
  return as(actor, async (tx) => {
    const succession = await findSuccession(tx, partnershipId, seatId);
    if (!succession) return null;
    const seats: SeatToChange[] = [];
    for (const { seatId: each } of succession.seats) {
      const seat = await readSeat(tx, partnershipId, each);
      if (seat) seats.push(seat);
    }
    const directory = await findDirectory(tx, partnershipId);
    const { successor, organisation, lastDay, from } = succession;
    const here = successor && directory?.seats.find((seat) => seat.organisationCode === successor.code);
    return { organisation, lastDay, from, today: tx.today, successor: successor?.name ?? null, mergesInto: here ? { organisation: here.organisation, lead: here.lead.holder?.name ?? null } : null, seats };
  });
}
