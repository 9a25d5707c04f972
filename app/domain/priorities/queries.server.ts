import { and, asc, eq, inArray, ne, type SQL, sql } from "drizzle-orm";

import { allOf } from "#app/domain/shared/all-of.ts";
import { dayInLondon } from "#app/domain/shared/dates.ts";
import { as, type SessionActor, type Tx } from "#db/client.server.ts";
import { agencies, agencyMemberships, measurePoints, priorities, priorityAgencies, priorityMeasures, priorityMoves, priorityStatements, seats } from "#db/schema/index.ts";

import type { DatedValue, MeasureView, MoveView, PointView, PriorityChoices, PriorityDetail, PriorityView, StatementView } from "./priority-view.ts";

/** Every priority of the partnership with its measures, the first one first. */
export async function listPriorities(actor: SessionActor, partnershipId: string): Promise<{ today: string; priorities: PriorityView[] }> {
  return as(actor, async (tx) => ({ today: tx.today, priorities: await readPriorities(tx, partnershipId) }));
}

/** One by its number, or by its id, with its story; null when there is none. */
export async function findPriority(actor: SessionActor, partnershipId: string, which: number | string): Promise<PriorityDetail | null> {
  return as(actor, async (tx) => readPriority(tx, partnershipId, which));
}

/** The same in a transaction that goes on. */
export async function readPriority(tx: Tx, partnershipId: string, which: number | string): Promise<PriorityDetail | null> {
  const [priority] = await readPriorities(tx, partnershipId, typeof which === "number" ? eq(priorities.number, which) : eq(priorities.id, which));
  return priority ? { today: tx.today, priority, statements: await readStatements(tx, priority.id), moves: await readMoves(tx, priority.id) } : null;
}

async function readPriorities(tx: Tx, partnershipId: string, which?: SQL): Promise<PriorityView[]> {
  const rows = await tx.db
    .select({ priority: priorities, seat: seats.name })
    .from(priorities)
    .innerJoin(seats, eq(seats.id, priorities.leadSeatId))
    .where(and(eq(priorities.partnershipId, partnershipId), which))
    .orderBy(asc(priorities.number));
  const ids = rows.map(({ priority }) => priority.id);
  const { measures, involved } = await allOf({ measures: readMeasures(tx, ids), involved: readInvolved(tx, ids) });
  return rows.map(({ priority, seat }) => {
    const { partnershipId: _where, leadSeatId, recordedAt, recordedBy: _who, statements: _said, moves: _moved, ...rest } = priority;
    return { ...rest, lead: { seatId: leadSeatId, name: seat }, agencies: involved.get(priority.id) ?? [], recordedOn: dayInLondon(recordedAt), measures: measures.get(priority.id) ?? [] };
  });
}

async function readInvolved({ db }: Tx, ids: readonly string[]): Promise<Map<string, PriorityView["agencies"]>> {
  if (ids.length === 0) return new Map();
  const rows = await db
    .select({ priorityId: priorityAgencies.priorityId, membershipId: agencyMemberships.id, name: agencies.legalName })
    .from(priorityAgencies)
    .innerJoin(agencyMemberships, eq(agencyMemberships.id, priorityAgencies.membershipId))
    .innerJoin(agencies, eq(agencies.id, agencyMemberships.agencyId))
    .where(inArray(priorityAgencies.priorityId, [...ids]))
    .orderBy(asc(sql`lower(${agencies.legalName})`));
  return grouped(rows, (row) => row.priorityId, ({ membershipId, name }) => ({ membershipId, name }));
}

/** The measures of these priorities, by priority, with all their figures. */
export async function readMeasures({ db }: Tx, ids: readonly string[]): Promise<Map<string, MeasureView[]>> {
  if (ids.length === 0) return new Map();
  const rows = await db.select().from(priorityMeasures).where(inArray(priorityMeasures.priorityId, [...ids])).orderBy(asc(priorityMeasures.number));
  const points = rows.length === 0 ? [] : await db.select().from(measurePoints).where(inArray(measurePoints.measureId, rows.map((row) => row.id))).orderBy(asc(measurePoints.onDay), asc(measurePoints.recordedAt));
  const standing = grouped(points.filter((point) => point.supersededAt === null), (point) => point.measureId, toPoint);
  const superseded = grouped(points.filter((point) => point.supersededAt !== null), (point) => point.measureId, toPoint);
  return grouped(rows, (row) => row.priorityId, ({ id, number, name, definition, unit, direction, countsChildren, runningTotal, partOf, baseline, baselineOn, target, targetOn, source, frequency }) => ({
    id, number, name, definition, unit, direction, countsChildren, runningTotal, partOf, source, frequency,
    baseline: dated(baseline, baselineOn),
    target: dated(target, targetOn),
    points: standing.get(id) ?? [],
    superseded: superseded.get(id) ?? [],
  }));
}

function dated(value: string | null, on: string | null): DatedValue | null {
  return value === null || on === null ? null : { value, on };
}

function toPoint({ id, onDay, value, source, questions, confirmedReason, office, recordedAt, recordedBy }: typeof measurePoints.$inferSelect): PointView {
  return { id, on: onDay, value, source, questions, confirmedReason, office, recordedBy, recordedOn: dayInLondon(recordedAt) };
}

function grouped<Row, Made>(rows: readonly Row[], key: (row: Row) => string, make: (row: Row) => Made): Map<string, Made[]> {
  const groups = new Map<string, Made[]>();
  for (const row of rows) groups.set(key(row), [...(groups.get(key(row)) ?? []), make(row)]);
  return groups;
}

async function readStatements({ db }: Tx, priorityId: string): Promise<StatementView[]> {
  const rows = await db.select().from(priorityStatements).where(eq(priorityStatements.priorityId, priorityId)).orderBy(asc(priorityStatements.number));
  return rows.map(({ number, state, words, measures, office, recordedAt }) => ({ number, state, words, measures, office, on: dayInLondon(recordedAt), at: recordedAt.toISOString() }));
}

async function readMoves({ db }: Tx, priorityId: string): Promise<MoveView[]> {
  const rows = await db.select().from(priorityMoves).where(eq(priorityMoves.priorityId, priorityId)).orderBy(asc(priorityMoves.number));
  return rows.map(({ number, fromDay, toDay, reason, agreedBy, office, recordedAt }) => ({ number, from: fromDay, to: toDay, reason, agreedBy, office, on: dayInLondon(recordedAt), at: recordedAt.toISOString() }));
}

/** What may be chosen in the form of a priority: partners of today, agencies that are not withdrawn. */
export async function getPriorityChoices(actor: SessionActor, partnershipId: string): Promise<PriorityChoices> {
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
