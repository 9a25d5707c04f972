import { and, eq, type SQL, sql } from "drizzle-orm";

import { plainWords } from "#app/domain/publication/search.ts";
import { allOf } from "#app/domain/shared/all-of.ts";
import { as, type SessionActor, type SessionTx, type Tx } from "#db/client.server.ts";
import { decisions, decisionWithdrawals } from "#db/schema/index.ts";

import { type DecisionQuery, decisionsOnPage } from "./decision-query.ts";
import type { DecisionLine, DecisionView } from "./decision-view.ts";
import { readNotings } from "./notings.server.ts";
import { ownSeats } from "./own-seat.server.ts";
import { readDecisions } from "./read-decisions.server.ts";
import { type DecisionState, decisionStates } from "./vocabulary.ts";

/** What stands in the register, by what is asked for. */
function matching(partnershipId: string, { q, state, matter, by, shown }: DecisionQuery): SQL | undefined {
  const text = sql`lower(${decisions.number} || ' ' || ${decisions.sentence} || ' ' || ${decisions.options} || ' ' || coalesce(${decisions.leadsTo}, ''))`;
  return and(
    eq(decisions.partnershipId, partnershipId),
    state === null ? undefined : state === "replaced" ? sql`${decisions.replacedBy} is not null` : sql`${decisions.status} = ${state} and ${decisions.replacedBy} is null`,
    matter === null ? undefined : eq(decisions.matter, matter),
    by === null ? undefined : eq(decisions.takenBy, by),
    shown === null ? undefined : eq(decisions.isPublic, shown === "public"),
    // Words hold letters and digits only, so that none is more than itself in the pattern.
    ...plainWords(q).map((word) => sql`${text} ~ ${`\\m${word}`}`),
  );
}

export interface DecisionList {
  today: string;
  /** Of all decisions, whatever is asked for. */
  counts: Record<DecisionState, number>;
  found: number;
  items: DecisionLine[];
  page: number;
  pages: number;
}

/** One page of the register, and how many decisions are in each state. */
export async function listDecisions(actor: SessionActor, partnershipId: string, query: DecisionQuery, page: number): Promise<DecisionList> {
  return as(actor, async (tx) => {
    const which = matching(partnershipId, query);
    const { counted: [{ found = 0 } = {}], counts } = await allOf({
      counted: tx.db.select({ found: sql<number>`count(*)::int` }).from(decisions).where(which),
      counts: countStates(tx, partnershipId),
    });
    const pages = Math.max(1, Math.ceil(found / decisionsOnPage));
    const at = Math.min(page, pages);
    return { today: tx.today, counts, found, page: at, pages, items: await readDecisions(tx, which, { limit: decisionsOnPage, offset: (at - 1) * decisionsOnPage }) };
  });
}

/** Everything that is asked for, for a file. */
export async function listAllDecisions(actor: SessionActor, partnershipId: string, query: DecisionQuery): Promise<DecisionLine[]> {
  return as(actor, (tx) => readDecisions(tx, matching(partnershipId, query)));
}

async function countStates({ db }: Tx, partnershipId: string): Promise<Record<DecisionState, number>> {
  const state = sql<DecisionState>`case when ${decisions.replacedBy} is not null then 'replaced' else ${decisions.status} end`;
  const rows = await db.select({ state, count: sql<number>`count(*)::int` }).from(decisions).where(eq(decisions.partnershipId, partnershipId)).groupBy(state);
  const counts = new Map(rows.map((each) => [each.state, each.count]));
  return Object.fromEntries(decisionStates.map((each) => [each, counts.get(each) ?? 0])) as Record<DecisionState, number>;
}

/** What was decided, or put to the leads, at a meeting, the newest first. */
export async function listDecisionsAt(actor: SessionActor, partnershipId: string, meetingId: string): Promise<DecisionLine[]> {
  return as(actor, (tx) => readDecisions(tx, and(eq(decisions.partnershipId, partnershipId), eq(decisions.meetingId, meetingId))));
}

/** One decision by its number; null when there is none for the actor. */
export async function findDecision(actor: SessionActor, partnershipId: string, number: number): Promise<{ today: string; decision: DecisionView } | null> {
  return as(actor, async (tx) => {
    const [line] = await readDecisions(tx, and(eq(decisions.partnershipId, partnershipId), eq(decisions.number, number)));
    return line ? { today: tx.today, decision: await complete(tx, partnershipId, line) } : null;
  });
}

async function complete(tx: SessionTx, partnershipId: string, line: DecisionLine): Promise<DecisionView> {
  const [withdrawal] = await tx.db.select().from(decisionWithdrawals).where(eq(decisionWithdrawals.decisionId, line.id));
  const open = line.takers.filter((taker) => line.state === "asked" && taker.answer === null).map((taker) => taker.seatId);
  return {
    ...line,
    withdrawn: withdrawal ? { reason: withdrawal.reason, on: withdrawal.withdrawnOn, office: withdrawal.office } : null,
    noted: line.takenBy === "delegates" ? (await readNotings(tx, partnershipId, line.recordedOn)).map(({ seatId, body, notings }) => ({ seatId, body, on: notings.find((each) => each.upTo >= line.number)?.on ?? null })) : [],
    mine: ownSeats(tx.me, partnershipId).filter((seat) => open.includes(seat.seatId)).map(({ seatId, body }) => ({ seatId, body })),
  };
}
