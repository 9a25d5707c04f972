import { randomUUID } from "node:crypto";

import { type SQL, sql } from "drizzle-orm";

import { idsIn } from "#app/domain/shared/ids-in.server.ts";
import { inSlices } from "#app/domain/shared/in-slices.server.ts";
import type { SessionTx } from "#db/client.server.ts";

import type { ListStore, YearAddress } from "./list-store.server.ts";
import type { ImportPlan } from "./plan-import.ts";

const linesAtOnce = 500;

/** A plan whose new lines have their ids. */
export type ReadyPlan<Values> = Omit<ImportPlan<Values>, "added"> & { added: (ImportPlan<Values>["added"][number] & { id: string })[] };

export function withIds<Values>(plan: ImportPlan<Values>): ReadyPlan<Values> {
  return { ...plan, added: plan.added.map((line) => ({ ...line, id: randomUUID() })) };
}

/** Does what was planned to the lines of a locked year, some hundreds in each statement. */
export async function writeLines<Values extends object>(tx: SessionTx, { partnershipId, year }: YearAddress, store: ListStore<Values>, plan: ReadyPlan<Values>): Promise<void> {
  const { table, written } = store;
  const recordset = (json: string) => sql`jsonb_to_recordset(${json}::text::jsonb) as x(id uuid, ${joined(written.map(([field, , type]) => sql`${sql.identifier(field)} ${sql.raw(type)}`))})`;
  const names = joined(written.map(([, name]) => sql.identifier(name)));
  const values = joined(written.map(([field]) => sql`x.${sql.identifier(field)}`));
  const sets = joined(written.map(([field, name]) => sql`${sql.identifier(name)} = x.${sql.identifier(field)}`));
  const recorded = sql`${tx.now.toISOString()}::timestamptz, ${tx.me.personId}::uuid`;
  for (const json of await inBatches(plan.added)) {
    await tx.db.execute(sql`insert into ${table} (id, partnership_id, year, ${names}, recorded_at, recorded_by) select x.id, ${partnershipId}::uuid, ${year}, ${values}, ${recorded} from ${recordset(json)}`);
  }
  for (const json of await inBatches(plan.changed)) {
    await tx.db.execute(sql`update ${table} as t set ${sets}, revision = t.revision + 1, (recorded_at, recorded_by) = row(${recorded}) from ${recordset(json)} where t.id = x.id and t.partnership_id = ${partnershipId}::uuid`);
  }
  if (plan.ended.length > 0) {
    await tx.db.execute(sql`update ${table} as t set removed_at = ${tx.now.toISOString()}::timestamptz, revision = t.revision + 1, (recorded_at, recorded_by) = row(${recorded}) where t.partnership_id = ${partnershipId}::uuid and t.id in ${idsIn(plan.ended.map((line) => line.id))}`);
  }
}

/** Lines as JSON, some hundreds in each text. */
async function inBatches<Values extends object>(lines: readonly { id: string; values: Values }[]): Promise<string[]> {
  const batches: string[][] = [];
  await inSlices(lines, ({ id, values }, at) => {
    if (at % linesAtOnce === 0) batches.push([]);
    batches.at(-1)?.push(JSON.stringify({ id, ...values }));
  });
  return batches.map((batch) => `[${batch.join(",")}]`);
}

function joined(parts: readonly (SQL | ReturnType<typeof sql.identifier>)[]): SQL {
  return sql.join([...parts], sql`, `);
}
