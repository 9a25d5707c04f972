import { and, eq, inArray } from "drizzle-orm";

import { forbid } from "#app/domain/access/require.server.ts";
import { isConfirmed } from "#app/domain/documents/rules.ts";
import { appendToLedger } from "#app/domain/ledger/append-to-ledger.server.ts";
import { notify } from "#app/domain/notifications/notify.server.ts";
import { leadsOf } from "#app/domain/notifications/recipients.server.ts";
import { lockOffices } from "#app/domain/partnerships/lock.server.ts";
import { listSeats } from "#app/domain/partnerships/offices.server.ts";
import { change, type Submission } from "#app/domain/shared/change.server.ts";
import { nextDay, showDate } from "#app/domain/shared/dates.ts";
import { done, type Outcome, refused } from "#app/domain/shared/refusals.ts";
import type { SessionActor, SessionTx } from "#db/client.server.ts";
import { organisations, proposals } from "#db/schema/index.ts";

import { describeProposal } from "../proposal-words.ts";
import { holdsOn } from "../rules.ts";
import { ruleOf } from "../vocabulary.ts";
import { type PartnerData, partnerData, partnerKinds, type PartnerProposalKind } from "./partner-data.server.ts";
import { planChange, type PlannedChange } from "./plan-change.server.ts";
import { findSuccession } from "./succession.server.ts";

interface Proposed {
  partnershipId: string;
  /** ISO date: the first day of what is new. */
  on: string;
  /** Published. */
  reason: string;
}

export type ProposePartnerInput = Proposed &
  (
    | { kind: "add-partner"; /** Of the register. */ code: string }
    | { kind: "end-partner"; seatId: string }
    | { kind: "succeed-partner"; seatId: string; /** The ending seat whose lead and delegate go on. */ carryFrom: string | null }
  );

/**
 * Proposes to add, end or succeed a statutory partner. A lead or the business manager proposes; the leads of two bodies
 * agree. It is nobody's agreement yet.
 * Refusals: not-found, not-permitted, identity-not-confirmed, proposal-open, and those of planChange.
 */
export async function proposePartnerChange(actor: SessionActor, input: ProposePartnerInput, submission: Submission): Promise<Outcome<{ proposalId: string }>> {
  const { partnershipId, kind } = input;
  return change(actor, "propose-partner", submission, async (tx) => {
    const forbidden = forbid(tx.me, "propose-partner", { partnershipId });
    if (forbidden) return forbidden;
    await lockOffices(tx, { partnershipId });
    const data = await dataOf(tx, input);
    if (!data.ok) return data;
    if (!isConfirmed(tx.me.confirmedAt, tx.now)) return refused("identity-not-confirmed");
    if (kind !== "succeed-partner" && input.on < tx.today) return refused("impossible-dates", "Enter today’s date or a later one: what was signed until now stays as it was.");
    const planned = await planChange(tx, partnershipId, kind, data.value);
    if (!planned.ok) return planned;
    if (await isProposed(tx, partnershipId, data.value)) return refused("proposal-open", "A change of this partner is already proposed.");
    return done({ proposalId: await insertProposal(tx, input, planned.value, data.value) });
  });
}

async function dataOf(tx: SessionTx, input: ProposePartnerInput): Promise<Outcome<PartnerData>> {
  const { partnershipId, on } = input;
  const blank = { organisationId: null, organisation: null, seatIds: [], ending: [], on, carryFrom: null, carryFromName: null };
  if (input.kind === "add-partner") {
    const [body] = await tx.db.select().from(organisations).where(eq(organisations.code, input.code));
    return body ? done({ ...blank, organisationId: body.id, organisation: body.name }) : refused("body-not-live");
  }
  const seat = (await listSeats(tx.db, partnershipId)).find((each) => each.id === input.seatId && each.until === null);
  if (!seat) return refused("not-found");
  if (input.kind === "end-partner") return done({ ...blank, seatIds: [seat.id], ending: [seat.organisation] });
  const succession = await findSuccession(tx, partnershipId, seat.id);
  if (!succession?.successor) return refused("not-found");
  if (on < nextDay(succession.lastDay)) return refused("impossible-dates", `${seat.organisation} ends on ${showDate(succession.lastDay)}. Enter ${showDate(nextDay(succession.lastDay))} or a later date.`);
  const ending = succession.seats.filter((each) => each.lastDay < on);
  const carries = ending.find((each) => each.seatId === input.carryFrom);
  if (input.carryFrom !== null && !carries) return refused("not-found");
  const { id, name } = succession.successor;
  return done({ ...blank, organisationId: id, organisation: name, seatIds: ending.map((each) => each.seatId), ending: ending.map((each) => each.organisation), carryFrom: carries?.seatId ?? null, carryFromName: carries?.organisation ?? null });
}

async function isProposed(tx: SessionTx, partnershipId: string, { seatIds, organisationId }: PartnerData): Promise<boolean> {
  const open = await tx.db
    .select({ data: proposals.data })
    .from(proposals)
    .where(and(eq(proposals.partnershipId, partnershipId), eq(proposals.status, "open"), inArray(proposals.kind, [...partnerKinds])));
  return open.some((row) => {
    const other = partnerData.parse(row.data);
    return other.seatIds.some((id) => seatIds.includes(id)) || (organisationId !== null && other.organisationId === organisationId);
  });
}

async function insertProposal(tx: SessionTx, { partnershipId, kind, reason }: Proposed & { kind: PartnerProposalKind }, planned: PlannedChange, given: PartnerData): Promise<string> {
  const carryFrom = planned.carryFrom;
  const data: PartnerData = { ...given, organisation: planned.comesAs, on: planned.on, carryFrom: carryFrom?.id ?? null, carryFromName: carryFrom?.organisation ?? null };
  const seats = (await listSeats(tx.db, partnershipId)).filter((seat) => holdsOn(seat, tx.today)).map((seat) => seat.id);
  const [made] = await tx.db
    .insert(proposals)
    .values({ partnershipId, kind, rule: ruleOf[kind], postId: null, seatId: planned.ending[0]?.id ?? null, requiredSeats: seats, data, reason, proposedAt: tx.now, proposedBy: tx.me.personId })
    .returning({ id: proposals.id });
  if (!made) throw new Error("the proposal was not written");
  await appendToLedger(tx, { type: "proposal.made", partnershipId, data: { proposalId: made.id, kind, seats } });
  const what = describeProposal({ kind, name: data.organisation, organisation: data.ending.join(" and ") || null });
  await notify(tx, { kind: "partner-proposed", partnershipId, proposalId: made.id, what, on: data.on, proposedBy: tx.me.name }, await leadsOf(tx, partnershipId, seats));
  return made.id;
}
