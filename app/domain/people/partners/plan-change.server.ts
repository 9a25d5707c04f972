import { and, eq, max } from "drizzle-orm";

import type { Office, SeatRecord } from "#app/domain/partnerships/directory.ts";
import { listOffices, listSeats } from "#app/domain/partnerships/offices.server.ts";
import { bodyName } from "#app/domain/partnerships/rules.ts";
import { dayInLondon, nextDay, showDate } from "#app/domain/shared/dates.ts";
import { done, type Outcome, refused } from "#app/domain/shared/refusals.ts";
import type { SessionTx } from "#db/client.server.ts";
import { organisations, signatures } from "#db/schema/index.ts";

import { holdsOn } from "../rules.ts";
import type { PartnerData, PartnerProposalKind } from "./partner-data.server.ts";

export type Organisation = typeof organisations.$inferSelect;
export type SeatToEnd = SeatRecord & { posts: Office[] };

/** A change among the statutory partners, as far as it can be made. */
export interface PlannedChange {
  kind: PartnerProposalKind;
  /** The first day of what is new: as proposed, or today when that has passed and the past cannot change. */
  on: string;
  ending: SeatToEnd[];
  /** The body that comes; null when one only ends. */
  comes: Organisation | null;
  comesAs: string | null;
  /** The seat it has here already, into which those that end are merged. */
  mergesInto: SeatRecord | null;
  carryFrom: SeatToEnd | null;
}

/**
 * Whether and how a change of partners can be made: asked when it is proposed, and again when it is carried out. One that
 * adds or ends takes effect today or later. A succession takes effect when the bodies changed, which may be in the past:
 * not before anybody now in the seat was appointed, nor before the seat last signed.
 * Refusals: seats-changed, body-not-live, partner-already, impossible-dates, one-of-each-kind, other-kind.
 */
export async function planChange(tx: SessionTx, partnershipId: string, kind: PartnerProposalKind, data: PartnerData): Promise<Outcome<PlannedChange>> {
  const on = kind === "succeed-partner" || data.on > tx.today ? data.on : tx.today;
  const seats = await listSeats(tx.db, partnershipId);
  const offices = await listOffices(tx.db, partnershipId);
  const ending = seats.filter((seat) => data.seatIds.includes(seat.id) && seat.until === null).map((seat) => ({ ...seat, posts: offices.filter((office) => office.seatId === seat.id) }));
  if (ending.length !== data.seatIds.length) return refused("seats-changed", "A seat that was to end has ended already.");
  for (const seat of ending) {
    const problem = await problemWithEnd(tx, seat, on);
    if (problem) return refused("impossible-dates", problem);
  }
  const stay = seats.filter((seat) => holdsOn(seat, on) && !data.seatIds.includes(seat.id));
  const comes = data.organisationId === null ? null : await findOrganisation(tx, data.organisationId);
  if (data.organisationId !== null && !comes) return refused("body-not-live");
  const coming = comes && (await problemWithComing(kind, comes, on, seats));
  if (coming) return coming;
  const mergesInto = comes ? (stay.find((seat) => seat.organisationCode === comes.code) ?? null) : null;
  if (mergesInto && kind === "add-partner") return refused("partner-already", `${mergesInto.organisation} has a seat.`);
  const kinds = new Set([...stay.map((seat) => seat.kind), ...(comes ? [comes.kind] : [])]);
  if (kinds.size < 3) return refused("one-of-each-kind");
  const carryFrom = mergesInto ? null : (ending.find((seat) => seat.id === data.carryFrom) ?? null);
  return done({ kind, on, ending, comes, comesAs: comes && bodyName(comes.kind, comes.name), mergesInto, carryFrom });
}

async function problemWithEnd(tx: SessionTx, seat: SeatToEnd, on: string): Promise<string | null> {
  if (on <= seat.since) return `${seat.organisation} has a seat from ${showDate(seat.since)}. Enter a later date.`;
  const begun = seat.posts.flatMap((post) => post.holders).filter((holder) => holder.since >= on && holder.since <= tx.today).at(-1);
  if (begun) return `${begun.name} took office for ${seat.organisation} on ${showDate(begun.since)}. Enter a later date.`;
  const [signed] = await tx.db.select({ at: max(signatures.signedAt) }).from(signatures).where(eq(signatures.seatId, seat.id));
  const lastSigned = signed?.at && dayInLondon(signed.at);
  return lastSigned && lastSigned >= on && on < tx.today ? `${seat.organisation} signed on ${showDate(lastSigned)}. Enter ${showDate(nextDay(lastSigned))} or a later date.` : null;
}

async function findOrganisation(tx: SessionTx, id: string): Promise<Organisation | null> {
  const [row] = await tx.db.select().from(organisations).where(and(eq(organisations.id, id)));
  return row ?? null;
}

function problemWithComing(kind: PartnerProposalKind, comes: Organisation, on: string, seats: readonly SeatRecord[]): Extract<Outcome<never>, { ok: false }> | null {
  if (comes.validFrom !== null && comes.validFrom > on) return refused("impossible-dates", `${comes.name} begins on ${showDate(comes.validFrom)}. Enter that date or a later one.`);
  if (comes.validTo !== null && comes.validTo < on) return refused("body-not-live", `${comes.name} ends on ${showDate(comes.validTo)}.`);
  const later = seats.find((seat) => seat.organisationCode === comes.code && seat.since > on);
  if (later) return refused("partner-already", `${later.organisation} has a seat from ${showDate(later.since)}.`);
  const still = seats.find((seat) => seat.organisationCode === comes.code && seat.until !== null && seat.until > on);
  return still && kind !== "end-partner" ? refused("impossible-dates", `${still.organisation} has a seat until ${showDate(still.until ?? on)}. Enter that date or a later one.`) : null;
}
