import { createHash } from "node:crypto";

import { sql } from "drizzle-orm";

import { findDirectory } from "#app/domain/partnerships/directory.server.ts";
import { inSlices } from "#app/domain/shared/in-slices.server.ts";
import type { SessionTx } from "#db/client.server.ts";
import { fundingImports } from "#db/schema/index.ts";

import { findBudgetInForce } from "../in-force.server.ts";
import type { Partner } from "../lists/list-definition.ts";
import type { ImportRow } from "./import-row.ts";
import type { KeptImport } from "./kept-import.server.ts";
import type { ListStore } from "./list-store.server.ts";
import { type ImportPlan, planImport } from "./plan-import.ts";

/** What a file would do now. `sha256` names all that the plan follows from: while it is the same, so is the plan. */
export interface FoundPlan<Values> {
  plan: ImportPlan<Values>;
  sha256: string;
  signed: boolean;
  rows: number;
}

export async function findPlan<Values extends object>(tx: SessionTx, kept: KeptImport, store: ListStore<Values>): Promise<FoundPlan<Values>> {
  const { partnershipId, year, removesMissing } = kept;
  const rows = await readKeptRows<Values>(tx, kept.id);
  const present = await store.readPresent(tx, { partnershipId, year });
  const partners = await listPartners(tx, partnershipId);
  const inForce = await findBudgetInForce(tx, partnershipId, year);
  const plan = await planImport(rows, { definition: store.definition, present, partners, signed: inForce !== null, removesMissing });
  const hash = createHash("sha256").update(JSON.stringify([kept.id, inForce?.versionId ?? null, partners]));
  await inSlices(present, ({ id, revision }) => hash.update(`${id} ${String(revision)}\n`));
  return { plan, sha256: hash.digest("hex"), signed: inForce !== null, rows: rows.length };
}

/** The rows of a kept file: none once it is over. One at a time from the database, so that no long text is parsed at once. */
export async function readKeptRows<Values>({ db }: SessionTx, importId: string): Promise<ImportRow<Values>[]> {
  const found = await db.execute<{ row: string }>(sql`select e.value::text as row from ${fundingImports} f, jsonb_array_elements(f.rows) with ordinality e(value, at) where f.id = ${importId}::uuid order by e.at`);
  const rows: ImportRow<Values>[] = [];
  await inSlices(found, ({ row }) => {
    rows.push(JSON.parse(row));
  });
  return rows;
}

async function listPartners(tx: SessionTx, partnershipId: string): Promise<Partner[]> {
  const directory = await findDirectory(tx, partnershipId);
  return (directory?.seats ?? []).map(({ id, organisation, kind }) => ({ seatId: id, name: organisation, sector: kind }));
}
