import { type SQL, sql } from "drizzle-orm";

import { forbid } from "#app/domain/access/require.server.ts";
import { appendToLedger } from "#app/domain/ledger/append-to-ledger.server.ts";
import { change, type Submission } from "#app/domain/shared/change.server.ts";
import { done, type Outcome, refused } from "#app/domain/shared/refusals.ts";
import type { SessionActor, SessionTx } from "#db/client.server.ts";
import { fundingImports } from "#db/schema/index.ts";

import { findBudgetInForce } from "../in-force.server.ts";
import { budgetChanged, lockYear } from "../lock-year.server.ts";
import { countsOf, type ImportAddress, lockKeptImport } from "./kept-import.server.ts";
import { type ListStore, withStore } from "./list-store.server.ts";

/**
 * Puts the lines back exactly as they were before a file was taken in: what it added is removed, what it changed or
 * removed is as before. Refusals: not-permitted, not-found, import-over (not taken in, or undone already),
 * import-changed-since (the detail names a line), budget-signed.
 */
export async function undoImport(actor: SessionActor, input: ImportAddress, submission: Submission): Promise<Outcome<{ lines: number }>> {
  return change(actor, "undo-funding-import", submission, async (tx) => {
    const { partnershipId, year, list } = input;
    const forbidden = forbid(tx.me, "edit-funding", { partnershipId });
    if (forbidden) return forbidden;
    const locked = await lockYear(tx, partnershipId, year);
    const kept = locked && (await lockKeptImport(tx, input));
    if (!locked || !kept) return refused("not-found");
    if (!kept.appliedAt || kept.undoneAt) return refused("import-over");
    const signed = (await findBudgetInForce(tx, partnershipId, year)) !== null;
    return withStore(list, async (store): Promise<Outcome<{ lines: number }>> => {
      const found = await compare(tx, kept.id, store);
      if (found.changedSince !== null) return refused("import-changed-since", `“${found.changedSince}” was changed after the file was taken in`);
      if (signed && found.moves) return refused("budget-signed");
      const { added, changed, removed } = await countsOf(tx, kept.id);
      await putBack(tx, kept.id, store);
      await tx.db.execute(sql`update ${fundingImports} set undone_at = ${tx.now.toISOString()}::timestamptz, undone_by = ${tx.me.personId}::uuid, rows = '[]' where id = ${kept.id}::uuid`);
      if (found.ofBudget) await budgetChanged(tx, locked);
      await appendToLedger(tx, { type: "funding.import-undone", partnershipId, data: { year, list, importId: kept.id, fileSha256: kept.fileSha256, added, changed, removed } });
      return done({ lines: added + changed + removed });
    });
  });
}

/** The lines as they were, of one kind: rows like those of the table. */
function linesBefore<Values extends object>({ table }: ListStore<Values>, kind: "changed" | "removed"): SQL {
  return sql`jsonb_populate_recordset(null::${table}, f.undo->${kind})`;
}

const addedIds = sql`jsonb_array_elements_text(f.undo->'added')`;

interface Compared {
  /** A line that is not as the file left it. */
  changedSince: string | null;
  /** Whether amounts, or which lines there are, would change. */
  moves: boolean;
  ofBudget: boolean;
}

async function compare<Values extends object>({ db }: SessionTx, importId: string, store: ListStore<Values>): Promise<Compared> {
  const { table, definition } = store;
  const named = sql.identifier(definition.list === "contributions" ? "contributor" : "description");
  const form = definition.list === "contributions" ? sql`or t.form <> b.form` : sql``;
  const [found] = await db.execute<{ changedSince: string | null; moves: boolean; ofBudget: boolean }>(sql`
    select
      (select min(line.name) from (
        select t.${named} as name from ${addedIds} a join ${table} as t on t.id = a.value::uuid where t.revision <> 1 or t.removed_at is not null
        union all
        select t.${named} from ${linesBefore(store, "changed")} b join ${table} as t on t.id = b.id where t.revision <> b.revision + 1 or t.removed_at is not null
        union all
        select t.${named} from ${linesBefore(store, "removed")} b join ${table} as t on t.id = b.id where t.revision <> b.revision + 1 or t.removed_at is null) line) as "changedSince",
      jsonb_array_length(f.undo->'added') + jsonb_array_length(f.undo->'removed') > 0
        or exists (select from ${linesBefore(store, "changed")} b join ${table} as t on t.id = b.id where t.pence is distinct from b.pence or t.children_share <> b.children_share ${form}) as moves,
      (f.undo->>'ofBudget')::boolean as "ofBudget"
    from ${fundingImports} f where f.id = ${importId}::uuid`);
  if (!found) throw new Error("nothing is kept of the file");
  return found;
}

async function putBack<Values extends object>({ db, now }: SessionTx, importId: string, store: ListStore<Values>): Promise<void> {
  const { table, written } = store;
  const sets = sql.join(written.map(([, name]) => sql`${sql.identifier(name)} = b.${sql.identifier(name)}`), sql`, `);
  const recorded = sql`revision = t.revision + 1, recorded_at = b.recorded_at, recorded_by = b.recorded_by`;
  const kept = sql`${fundingImports} f cross join`;
  await db.execute(sql`update ${table} as t set removed_at = ${now.toISOString()}::timestamptz, revision = t.revision + 1 from ${kept} lateral ${addedIds} a where f.id = ${importId}::uuid and t.id = a.value::uuid and t.partnership_id = f.partnership_id`);
  await db.execute(sql`update ${table} as t set ${sets}, ${recorded} from ${kept} lateral ${linesBefore(store, "changed")} b where f.id = ${importId}::uuid and t.id = b.id and t.partnership_id = f.partnership_id`);
  await db.execute(sql`update ${table} as t set removed_at = null, ${recorded} from ${kept} lateral ${linesBefore(store, "removed")} b where f.id = ${importId}::uuid and t.id = b.id and t.partnership_id = f.partnership_id`);
}
