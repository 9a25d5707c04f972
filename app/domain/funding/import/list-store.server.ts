import { and, asc, eq, gt, isNull, type SQL, sql } from "drizzle-orm";

import type { FinancialYear } from "#app/domain/shared/financial-year.ts";
import type { SessionTx } from "#db/client.server.ts";
import { contributions, spending } from "#db/schema/index.ts";

import type { ContributionInput, SpendingInput } from "../forms.server.ts";
import { contributionsList } from "../lists/contributions-list.server.ts";
import type { ListDefinition, PresentLine } from "../lists/list-definition.ts";
import { spendingList } from "../lists/spending-list.server.ts";
import type { FundingList } from "../vocabulary.ts";

export interface YearAddress {
  partnershipId: string;
  year: FinancialYear;
}

/** A list with the table its lines are in. */
export interface ListStore<Values extends object> {
  definition: ListDefinition<Values>;
  /** Its table with its schema, to be put into a statement. */
  table: SQL;
  /** The columns of the table that a file writes: field, name, type. */
  written: readonly (readonly [field: keyof Values & string, name: string, type: string])[];
  /** Every line of a year that is not removed, some hundreds at a time. */
  readPresent(tx: SessionTx, at: YearAddress): Promise<PresentLine<Values>[]>;
}

const linesAtOnce = 500;

export const contributionsStore: ListStore<ContributionInput> = {
  definition: contributionsList,
  table: sql`${contributions}`,
  written: columnsOf(contributions, ["seatId", "postId", "contributor", "sector", "payer", "form", "pence", "invoicedPence", "receivedPence", "childrenShare", "purpose", "ringFenced", "note"]),
  async readPresent(tx, { partnershipId, year }) {
    const ofYear = and(eq(contributions.partnershipId, partnershipId), eq(contributions.year, year), isNull(contributions.removedAt));
    return pageThrough(async (after) => {
      const rows = await tx.db.select().from(contributions).where(and(ofYear, after === null ? undefined : gt(contributions.id, after))).orderBy(asc(contributions.id)).limit(linesAtOnce);
      return rows.map(({ id, revision, sharedId, seatId, postId, contributor, sector, payer, form, pence, invoicedPence, receivedPence, childrenShare, purpose, ringFenced, note }) => ({
        id,
        revision,
        shared: sharedId !== null,
        values: { seatId, postId, contributor, sector, payer, form, pence, invoicedPence, receivedPence, childrenShare, purpose, ringFenced, note },
      }));
    });
  },
};

export const spendingStore: ListStore<SpendingInput> = {
  definition: spendingList,
  table: sql`${spending}`,
  written: columnsOf(spending, ["category", "description", "pence", "actualPence", "childrenShare", "note"]),
  async readPresent(tx, { partnershipId, year }) {
    const ofYear = and(eq(spending.partnershipId, partnershipId), eq(spending.year, year), isNull(spending.removedAt));
    return pageThrough(async (after) => {
      const rows = await tx.db.select().from(spending).where(and(ofYear, after === null ? undefined : gt(spending.id, after))).orderBy(asc(spending.id)).limit(linesAtOnce);
      return rows.map(({ id, revision, category, description, pence, actualPence, childrenShare, note }) => ({ id, revision, shared: false, values: { category, description, pence, actualPence, childrenShare, note } }));
    });
  },
};

/** Does the same with either list. */
export function withStore<T>(list: FundingList, act: <Values extends object>(store: ListStore<Values>) => T): T {
  return list === "contributions" ? act(contributionsStore) : act(spendingStore);
}

/** The table of either list as `t`, for statements that take no line apart. */
export function tableOf(list: FundingList): SQL {
  return list === "contributions" ? contributionsStore.table : spendingStore.table;
}

async function pageThrough<Values>(read: (after: string | null) => Promise<PresentLine<Values>[]>): Promise<PresentLine<Values>[]> {
  const all: PresentLine<Values>[] = [];
  for (let after: string | null = null; ; ) {
    const page: PresentLine<Values>[] = await read(after);
    all.push(...page);
    const last = page.at(-1);
    if (!last || page.length < linesAtOnce) return all;
    after = last.id;
  }
}

function columnsOf<Field extends string>(table: Record<Field, { name: string; getSQLType(): string }>, fields: readonly Field[]): (readonly [Field, string, string])[] {
  return fields.map((field) => [field, table[field].name, table[field].getSQLType()] as const);
}
