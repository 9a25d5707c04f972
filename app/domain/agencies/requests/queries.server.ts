import { and, asc, desc, eq, isNull, ne, type SQL, sql } from "drizzle-orm";

import { dayInLondon } from "#app/domain/shared/dates.ts";
import { as, type SessionActor, type SessionTx, type Tx } from "#db/client.server.ts";
import { agencies, agencyMemberships, bankHolidays, informationRequests, informationRequestSteps, seats } from "#db/schema/index.ts";

import type { RequestChoices, RequestView, StepView, WaitingRequests } from "./request-view.ts";
import { countDays, stateOf } from "./rules.ts";

async function readRequests(tx: Tx, partnershipId: string, which?: SQL): Promise<RequestView[]> {
  const holidays = new Set((await tx.db.select({ day: bankHolidays.day }).from(bankHolidays)).map((row) => row.day));
  const rows = await tx.db
    .select({ request: informationRequests, seat: seats.name })
    .from(informationRequests)
    .leftJoin(seats, eq(seats.id, informationRequests.seatId))
    .where(and(eq(informationRequests.partnershipId, partnershipId), which))
    .orderBy(desc(informationRequests.number));
  return rows.map(({ request, seat }) => {
    const { partnershipId: _where, seatId, recordedAt, recordedBy: _who, ...rest } = request;
    return { ...rest, requester: seatId === null ? null : { seatId, name: seat ?? "A statutory partner" }, recordedOn: dayInLondon(recordedAt), state: stateOf(request, tx.today), ...countDays(request, tx.today, holidays) };
  });
}

/** Every request that the actor may read, the newest first: of a representative, those to their own agency. */
export async function listRequests(actor: SessionActor, partnershipId: string): Promise<{ today: string; requests: RequestView[] }> {
  return as(actor, async (tx) => ({ today: tx.today, requests: await readRequests(tx, partnershipId) }));
}

/** One request by its number, with its steps in order; null when there is none for the actor. */
export async function findRequest(actor: SessionActor, partnershipId: string, number: number): Promise<{ today: string; request: RequestView; steps: StepView[]; own: boolean } | null> {
  return as(actor, async (tx) => {
    const [request] = await readRequests(tx, partnershipId, eq(informationRequests.number, number));
    return request ? { today: tx.today, request, steps: await readSteps(tx, request.id), own: await isOwn(tx, request.membershipId) } : null;
  });
}

async function readSteps(tx: Tx, requestId: string): Promise<StepView[]> {
  const rows = await tx.db.select().from(informationRequestSteps).where(eq(informationRequestSteps.requestId, requestId)).orderBy(asc(informationRequestSteps.number));
  return rows.map(({ number, kind, onDay, dueOn, answer, stage, outcome, words, advice, minorityView, office, byRecipient, recordedAt }) => ({ number, kind, onDay, dueOn, answer, stage, outcome, words, advice, minorityView, office, byRecipient, recordedOn: dayInLondon(recordedAt) }));
}

/** Whether the signed-in person speaks for this agency today. */
export async function isOwn({ db }: SessionTx, membershipId: string | null): Promise<boolean> {
  if (membershipId === null) return false;
  const [row] = await db.execute<{ own: boolean }>(sql`select ${membershipId}::uuid in (select portal.my_agency_memberships()) as own`);
  return row?.own ?? false;
}

/** What of the requests needs somebody: those that nobody answered in time, and those that wait for a decision of the signed-in person. */
export async function readWaiting(tx: SessionTx, partnershipId: string): Promise<WaitingRequests> {
  const roles = tx.me.holds.filter((held) => held.partnershipId === partnershipId).map((held) => held.role);
  const open = await readRequests(tx, partnershipId, isNull(informationRequests.closedOn));
  const escalated = await tx.db.select({ requestId: informationRequestSteps.requestId, stage: informationRequestSteps.stage, on: informationRequestSteps.onDay }).from(informationRequestSteps).where(and(eq(informationRequestSteps.partnershipId, partnershipId), eq(informationRequestSteps.kind, "escalated"))).orderBy(asc(informationRequestSteps.number));
  return {
    overdue: open.filter((each) => each.state === "overdue").map(({ number, recipient, dueOn, daysOverdue }) => ({ number, recipient, dueOn, daysOverdue })),
    toDecide: open.flatMap(({ id, number, recipient, stage, decidedOn }) =>
      stage !== null && decidedOn === null && roles.includes(decidersOf[stage]) ? [{ number, recipient, stage, on: escalated.findLast((step) => step.requestId === id && step.stage === stage)?.on ?? tx.today }] : [],
    ),
  };
}

const decidersOf = { delegates: "dsp", chair: "chair", leads: "lsp" } as const;

/** What may be chosen in the form of a request. */
export async function getRequestChoices(actor: SessionActor, partnershipId: string): Promise<RequestChoices> {
  return as(actor, async (tx) => ({
    today: tx.today,
    seats: await tx.db
      .select({ id: seats.id, name: seats.name })
      .from(seats)
      .where(and(eq(seats.partnershipId, partnershipId), sql`${seats.validFrom} <= ${tx.today} and (${seats.validTo} is null or ${seats.validTo} > ${tx.today})`))
      .orderBy(asc(seats.position)),
    agencies: await tx.db
      .select({ id: agencyMemberships.id, name: agencies.legalName })
      .from(agencyMemberships)
      .innerJoin(agencies, eq(agencies.id, agencyMemberships.agencyId))
      .where(and(eq(agencyMemberships.partnershipId, partnershipId), ne(agencyMemberships.status, "withdrawn")))
      .orderBy(asc(sql`lower(${agencies.legalName})`)),
  }));
}
