import { and, asc, desc, eq, inArray, type SQL, sql } from "drizzle-orm";
import { alias } from "drizzle-orm/pg-core";

import { datedTitle } from "#app/domain/meetings/rules.ts";
import type { Tx } from "#db/client.server.ts";
import { appointments, decisionAnswers, decisions, decisionTakers, delegations, meetings, people, seats } from "#db/schema/index.ts";

import type { DecisionLine, Taker } from "./decision-view.ts";
import { stateOf } from "./rules.ts";

const earlier = alias(decisions, "earlier");
const later = alias(decisions, "later");

/** Decisions with who takes them, the newest first. */
export async function readDecisions(tx: Tx, which: SQL | undefined, { limit, offset = 0 }: { limit?: number; offset?: number } = {}): Promise<DecisionLine[]> {
  const asked = tx.db
    .select({ decision: decisions, replaced: { number: earlier.number }, replacing: { number: later.number, kind: later.replacesKind, reason: later.replacesReason }, meeting: { id: meetings.id, kind: meetings.kind, groupName: meetings.groupName, startsAt: meetings.startsAt } })
    .from(decisions)
    .leftJoin(earlier, eq(earlier.id, decisions.replacesId))
    .leftJoin(later, eq(later.id, decisions.replacedBy))
    .leftJoin(meetings, eq(meetings.id, decisions.meetingId))
    .where(which)
    .orderBy(desc(decisions.number))
    .offset(offset);
  const rows = await (limit === undefined ? asked : asked.limit(limit));
  const takers = await readTakers(tx, rows.map(({ decision }) => decision.id));
  return rows.map(({ decision, replaced, replacing, meeting }) => {
    const { id, number, sentence, matter, amountPence, options, dissent, leadsTo, takenBy, decidedOn, isPublic, privateKind, privateReason, replacesKind, replacesReason, office, recordedOn } = decision;
    return {
      id, number, sentence, matter, amountPence, options, dissent, leadsTo, takenBy, decidedOn, isPublic, privateKind, privateReason, office, recordedOn,
      state: stateOf(decision),
      replaces: replaced && replacesKind && replacesReason ? { number: replaced.number, kind: replacesKind, reason: replacesReason } : null,
      replacedBy: replacing?.kind && replacing.reason ? { number: replacing.number, kind: replacing.kind, reason: replacing.reason } : null,
      meeting: meeting && { id: meeting.id, title: datedTitle({ ...meeting, startsAt: meeting.startsAt.toISOString() }) },
      takers: takers.get(id) ?? [],
    };
  });
}

async function readTakers({ db }: Tx, ids: readonly string[]): Promise<Map<string, Taker[]>> {
  if (ids.length === 0) return new Map();
  const holder = sql`coalesce(${decisionTakers.appointmentId}, ${decisionAnswers.appointmentId})`;
  const rows = await db
    .select({ taker: decisionTakers, name: people.name, scope: delegations.scope, since: delegations.startsOn, answer: decisionAnswers })
    .from(decisionTakers)
    .innerJoin(seats, eq(seats.id, decisionTakers.seatId))
    .leftJoin(decisionAnswers, and(eq(decisionAnswers.decisionId, decisionTakers.decisionId), eq(decisionAnswers.seatId, decisionTakers.seatId)))
    .leftJoin(delegations, eq(delegations.id, decisionTakers.delegationId))
    .leftJoin(appointments, sql`${appointments.id} = ${holder}`)
    .leftJoin(people, eq(people.id, appointments.personId))
    .where(inArray(decisionTakers.decisionId, [...ids]))
    .orderBy(asc(seats.position), asc(seats.validFrom));
  const found = new Map<string, Taker[]>();
  for (const { taker, name, scope, since, answer } of rows) {
    const one: Taker = {
      seatId: taker.seatId,
      body: taker.body,
      office: taker.office ?? answer?.office ?? null,
      name,
      delegation: scope !== null && since !== null ? { scope, since } : null,
      answer: answer && { agreed: answer.agreed, words: answer.words, on: answer.answeredOn },
    };
    found.set(taker.decisionId, [...(found.get(taker.decisionId) ?? []), one]);
  }
  return found;
}
