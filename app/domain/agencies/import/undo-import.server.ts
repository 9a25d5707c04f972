import { type SQL, sql } from "drizzle-orm";

import { forbid } from "#app/domain/access/require.server.ts";
import { appendToLedger } from "#app/domain/ledger/append-to-ledger.server.ts";
import { change, type Submission } from "#app/domain/shared/change.server.ts";
import { done, type Outcome, refused } from "#app/domain/shared/refusals.ts";
import type { SessionActor, SessionTx } from "#db/client.server.ts";
import { agencies, agencyMemberships, registerImports } from "#db/schema/index.ts";

import { isListPublished, publishAgencies } from "../publish-agencies.server.ts";
import { lockRegister } from "./apply-import.server.ts";
import { type ImportAddress, lockKeptImport } from "./kept-import.server.ts";
import { isPublicSource } from "./present.ts";
import { bodyColumns, membershipColumns } from "./write-plan.server.ts";

/**
 * Puts the register back as it was before a file was taken in: what it proposed is taken out, what it changed is as before.
 * Refusals: not-permitted, not-found, import-over (not taken in, or undone already), import-changed-since (the detail
 * names an agency that was named or changed since).
 */
export async function undoImport(actor: SessionActor, input: ImportAddress, submission: Submission): Promise<Outcome<{ agencies: number }>> {
  return change(actor, "undo-register-import", submission, async (tx) => {
    const { partnershipId } = input;
    const forbidden = forbid(tx.me, "edit-agencies", { partnershipId });
    if (forbidden) return forbidden;
    const kept = await lockKeptImport(tx, input);
    if (!kept) return refused("not-found");
    if (!kept.appliedAt || kept.undoneAt) return refused("import-over");
    await lockRegister(tx, partnershipId);
    const changedSince = await findChangedSince(tx, kept.id);
    if (changedSince !== null) return refused("import-changed-since", `${changedSince} was named or changed after the file was taken in`);
    const { touched, named } = await whatItTouched(tx, kept.id);
    await putBack(tx, kept.id);
    await tx.db.execute(sql`update ${registerImports} set undone_at = ${tx.now.toISOString()}::timestamptz, undone_by = ${tx.me.personId}::uuid, rows = '[]' where id = ${kept.id}::uuid`);
    await appendToLedger(tx, { type: "agencies.import-undone", partnershipId, data: { source: kept.source, importId: kept.id, fileSha256: kept.fileSha256, agencies: touched } });
    if (named || (isPublicSource(kept.source) && (await isListPublished(tx, partnershipId)))) await publishAgencies(tx, partnershipId);
    return done({ agencies: touched });
  });
}

const undoOf = (importId: string) => sql`(select undo from ${registerImports} where id = ${importId}::uuid)`;
const idsOf = (importId: string, key: "added" | "bodiesAdded") => sql`(select value::uuid from jsonb_array_elements_text(${undoOf(importId)}->${key}))`;
const bodiesOf = (importId: string) => sql`jsonb_populate_recordset(null::${agencies}, ${undoOf(importId)}->'bodies')`;
const membershipsOf = (importId: string) => sql`jsonb_populate_recordset(null::${agencyMemberships}, ${undoOf(importId)}->'memberships')`;

/** The name of an agency that is not as the file left it. */
async function findChangedSince({ db }: SessionTx, importId: string): Promise<string | null> {
  const [row] = await db.execute<{ name: string | null }>(sql`
    select min(name) as name from (
      select a.legal_name as name from ${agencyMemberships} m join ${agencies} a on a.id = m.agency_id where m.id in ${idsOf(importId, "added")} and (m.status <> 'proposed' or m.revision <> 1)
      union all
      select a.legal_name from ${agencies} a where a.id in ${idsOf(importId, "bodiesAdded")} and a.revision <> 1
      union all
      select a.legal_name from ${bodiesOf(importId)} b join ${agencies} a on a.id = b.id where a.revision <> b.revision + 1
      union all
      select a.legal_name from ${membershipsOf(importId)} b join ${agencyMemberships} m on m.id = b.id join ${agencies} a on a.id = m.agency_id where m.revision <> b.revision + 1) as since`);
  return row?.name ?? null;
}

/** How many agencies the file added or changed, and whether one of them is named. */
async function whatItTouched({ db }: SessionTx, importId: string): Promise<{ touched: number; named: boolean }> {
  const changed = sql`select m.id from ${bodiesOf(importId)} b join ${agencyMemberships} m on m.agency_id = b.id join ${registerImports} f on f.id = ${importId}::uuid and f.partnership_id = m.partnership_id union select b.id from ${membershipsOf(importId)} b`;
  const [row] = await db.execute<{ touched: number; named: boolean }>(sql`
    select (select count(*) from (${changed}) c)::int + jsonb_array_length(${undoOf(importId)}->'added') as touched,
      exists (select from ${agencyMemberships} m where m.id in (${changed}) and m.status = 'named') as named`);
  if (!row) throw new Error("nothing is kept of the file");
  return row;
}

async function putBack({ db }: SessionTx, importId: string): Promise<void> {
  await db.execute(sql`delete from ${agencyMemberships} where id in ${idsOf(importId, "added")}`);
  await db.execute(sql`select portal.forget_unused_agencies(array(select value::uuid from jsonb_array_elements_text(${undoOf(importId)}->'bodiesAdded')))`);
  await db.execute(sql`update ${agencies} as t set ${sets(bodyColumns)}, revision = t.revision + 1, recorded_at = b.recorded_at, recorded_by = b.recorded_by from ${bodiesOf(importId)} b where t.id = b.id`);
  await db.execute(sql`update ${agencyMemberships} as t set category_list = b.category_list, ${sets(membershipColumns)}, revision = t.revision + 1, recorded_at = b.recorded_at, recorded_by = b.recorded_by from ${membershipsOf(importId)} b where t.id = b.id`);
}

function sets(columns: readonly (readonly [column: string, ...unknown[]])[]): SQL {
  return sql.join(columns.map(([column]) => sql`${sql.identifier(column)} = b.${sql.identifier(column)}`), sql`, `);
}
