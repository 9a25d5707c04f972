import { and, eq, inArray, sql } from "drizzle-orm";
import type { PgColumn } from "drizzle-orm/pg-core";

import { datedTitle } from "#app/domain/meetings/rules.ts";
import type { Tx } from "#db/client.server.ts";
import { actions, assessmentReturns, assessmentRounds, assessmentStandards, decisions, meetings, priorities } from "#db/schema/index.ts";

import type { ActionOrigin, OriginKind } from "./origins.ts";

type Referenced = Exclude<OriginKind, "own">;

/** What an origin is called, and what its address has where that is not its id. */
export interface OriginTitle {
  id: string;
  title: string;
  at?: string;
}

interface OriginTable {
  /** The column of portal.actions that names what an action comes from, and its value there. */
  column: PgColumn;
  values(id: string): Partial<typeof actions.$inferInsert>;
  idOf(row: typeof actions.$inferSelect): string | null;
  /** More of it that one action is about, for the action's own page. */
  detail?(tx: Tx, row: typeof actions.$inferSelect): Promise<string | null>;
  /** What these are called, as far as the actor sees them. */
  titles(tx: Tx, partnershipId: string, ids: readonly string[]): Promise<OriginTitle[]>;
}

/** How each origin that has a table of its own is kept and read. */
export const originTables: Record<Referenced, OriginTable> = {
  decision: {
    column: actions.decisionId,
    values: (id) => ({ decisionId: id }),
    idOf: (row) => row.decisionId,
    titles: ({ db }, partnershipId, ids) =>
      db.select({ id: decisions.id, title: decisions.sentence, at: sql<string>`${decisions.number}::text` }).from(decisions).where(and(eq(decisions.partnershipId, partnershipId), inArray(decisions.id, [...ids]))),
  },
  assessment: {
    column: actions.returnId,
    values: (id) => ({ returnId: id }),
    idOf: (row) => row.returnId,
    detail: async ({ db }, { returnId, standardId, fromChallenge }) => {
      const [standard] = await db
        .select({ title: assessmentStandards.title })
        .from(assessmentReturns)
        .innerJoin(assessmentStandards, and(eq(assessmentStandards.setId, assessmentReturns.setId), eq(assessmentStandards.id, standardId ?? "")))
        .where(eq(assessmentReturns.id, returnId ?? ""));
      return standard ? `${standard.title}; ${fromChallenge ? "asked for in a challenge" : "the agency’s own"}` : null;
    },
    titles: ({ db }, partnershipId, ids) =>
      db
        .select({ id: assessmentReturns.id, title: assessmentRounds.title })
        .from(assessmentReturns)
        .innerJoin(assessmentRounds, eq(assessmentRounds.id, assessmentReturns.roundId))
        .where(and(eq(assessmentReturns.partnershipId, partnershipId), inArray(assessmentReturns.id, [...ids]))),
  },
  meeting: {
    column: actions.meetingId,
    values: (id) => ({ meetingId: id }),
    idOf: (row) => row.meetingId,
    titles: async ({ db }, partnershipId, ids) => {
      const rows = await db.select().from(meetings).where(and(eq(meetings.partnershipId, partnershipId), inArray(meetings.id, [...ids])));
      return rows.map(({ id, kind, groupName, startsAt }) => ({ id, title: datedTitle({ kind, groupName, startsAt: startsAt.toISOString() }) }));
    },
  },
  priority: {
    column: actions.priorityId,
    values: (id) => ({ priorityId: id }),
    idOf: (row) => row.priorityId,
    titles: ({ db }, partnershipId, ids) => db.select({ id: priorities.id, title: priorities.title }).from(priorities).where(and(eq(priorities.partnershipId, partnershipId), inArray(priorities.id, [...ids]))),
  },
};

/** The condition that an action comes from this. */
export function comesFrom(origin: ActionOrigin) {
  return origin.kind === "own" ? eq(actions.origin, "own") : and(eq(actions.origin, origin.kind), eq(originTables[origin.kind].column, origin.id));
}

/** What an action's row says of its origin. */
export function originIdOf(row: typeof actions.$inferSelect): string | null {
  return row.origin === "own" ? null : originTables[row.origin].idOf(row);
}

/** What an origin is called, or null when the actor sees none by that id. */
export async function findOriginTitle(tx: Tx, partnershipId: string, { kind, id }: Exclude<ActionOrigin, { kind: "own" }>): Promise<OriginTitle | null> {
  const [found] = await originTables[kind].titles(tx, partnershipId, [id]);
  return found ?? null;
}

/** What the origins of these actions are called, by their ids: one query for each kind that is there. */
export async function readOriginTitles(tx: Tx, partnershipId: string, rows: readonly (typeof actions.$inferSelect)[]): Promise<Map<string, OriginTitle>> {
  const ids = new Map<Referenced, Set<string>>();
  for (const row of rows) {
    const id = originIdOf(row);
    if (row.origin !== "own" && id !== null) ids.set(row.origin, (ids.get(row.origin) ?? new Set()).add(id));
  }
  const titles = new Map<string, OriginTitle>();
  for (const [kind, of] of ids) for (const title of await originTables[kind].titles(tx, partnershipId, [...of])) titles.set(title.id, title);
  return titles;
}
