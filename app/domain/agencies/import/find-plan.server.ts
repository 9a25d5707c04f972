import { createHash } from "node:crypto";

import { sql } from "drizzle-orm";

import { inSlices } from "#app/domain/shared/in-slices.server.ts";
import type { SessionTx } from "#db/client.server.ts";
import { registerImports } from "#db/schema/index.ts";

import type { AgencyView } from "../agency-view.ts";
import { listAreas, listCategories, readWholeRegister } from "../queries.server.ts";
import type { RegisterRow, RowError } from "../registers/register-row.ts";
import type { KeptErrors } from "./keep-import.server.ts";
import { type KeptImport, readKeptRows } from "./kept-import.server.ts";
import { planOwn } from "./plan-own.ts";
import { planRegister } from "./plan-register.ts";
import type { RegisterPlan } from "./planned.ts";
import { isPublicSource, numberColumns, numberOf } from "./present.ts";

/** What a file would do now. `sha256` names all that the plan follows from: while it is the same, so is the plan. */
export interface FoundPlan {
  plan: RegisterPlan;
  errors: RowError[];
  /** Whether what is wrong in a row keeps the whole file out: it is the partnership's own, and can be put right. */
  blocked: boolean;
  titles: ReadonlyMap<string, string>;
  sha256: string;
}

export async function findPlan(tx: SessionTx, kept: KeptImport): Promise<FoundPlan> {
  const { partnershipId, source, extractDate } = kept;
  const rows = await readKeptRows(tx, kept.id);
  const present = await readWholeRegister(tx, partnershipId);
  const categories = await listCategories(tx);
  const areas = await listAreas(tx, partnershipId);
  const elsewhere = await findElsewhere(tx, kept, rows);
  const { errors: wrong } = await readErrors(tx, kept.id);
  const titles = new Map(categories.map(({ id, title }) => [id, title]));
  const sha256 = await nameOf(kept, present, [categories[0]?.listId ?? "", areas, [...elsewhere].sort(), extractDate === null ? tx.today : null]);
  if (isPublicSource(source)) {
    const plan = await planRegister(rows, { source, present, elsewhere, categories, areas: areas.length, complete: wrong.length === 0, extractDate, today: tx.today });
    return { plan, errors: wrong, blocked: false, titles, sha256 };
  }
  const { plan, errors } = await planOwn(rows, { present, elsewhere, categories, areas });
  const all = [...wrong, ...errors].sort((one, other) => one.row - other.row);
  return { plan, errors: all, blocked: all.length > 0, titles, sha256 };
}

export async function readErrors({ db }: SessionTx, importId: string): Promise<KeptErrors> {
  const [row] = await db.execute<{ errors: KeptErrors }>(sql`select errors from ${registerImports} where id = ${importId}::uuid`);
  return row?.errors ?? { errors: [], refusedRows: [] };
}

/** Bodies that any partnership has under a number of the file: by the number, for the partnership's own file with its column. */
async function findElsewhere({ db }: SessionTx, { source }: KeptImport, rows: readonly RegisterRow[]): Promise<Map<string, string>> {
  const found = new Map<string, string>();
  const columns = isPublicSource(source) ? [[source, numberColumns[source]] as const] : (Object.entries(numberColumns) as [keyof typeof numberColumns, string][]);
  for (const [kind, column] of columns) {
    const numbers = rows.flatMap((row) => numberOf(kind, row) ?? []);
    if (numbers.length === 0) continue;
    const list = sql`array(select jsonb_array_elements_text(${JSON.stringify(numbers)}::text::jsonb))`;
    const bodies = await db.execute<{ number: string; id: string }>(sql`select number, id from portal.find_agencies(${column}, ${list})`);
    for (const { number, id } of bodies) found.set(isPublicSource(source) ? number : `${column}:${number}`, id);
  }
  return found;
}

async function nameOf(kept: KeptImport, present: readonly AgencyView[], facts: unknown): Promise<string> {
  const hash = createHash("sha256").update(JSON.stringify([kept.id, facts]));
  const states = present.map(({ id, revision, bodyRevision }) => `${id} ${String(revision)} ${String(bodyRevision)}\n`).sort();
  await inSlices(states, (state) => hash.update(state));
  return hash.digest("hex");
}
