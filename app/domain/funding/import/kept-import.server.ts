import { and, desc, eq, sql } from "drizzle-orm";

import { isUuid } from "#app/domain/shared/is-uuid.ts";
import type { SessionTx, Tx } from "#db/client.server.ts";
import { fundingImports } from "#db/schema/index.ts";

import type { FundingList } from "../vocabulary.ts";
import type { YearAddress } from "./list-store.server.ts";

export interface ImportAddress extends YearAddress {
  list: FundingList;
  importId: string;
}

/** Everything of a kept file but its rows and what undoes it, which are long. */
export const keptColumns = {
  id: fundingImports.id,
  partnershipId: fundingImports.partnershipId,
  year: fundingImports.year,
  list: fundingImports.list,
  fileName: fundingImports.fileName,
  fileSha256: fundingImports.fileSha256,
  removesMissing: fundingImports.removesMissing,
  uploadedAt: fundingImports.uploadedAt,
  uploadedBy: fundingImports.uploadedBy,
  appliedAt: fundingImports.appliedAt,
  appliedBy: fundingImports.appliedBy,
  undoneAt: fundingImports.undoneAt,
  undoneBy: fundingImports.undoneBy,
};

export async function findKeptImport(tx: Tx, at: ImportAddress) {
  const [row] = isUuid(at.importId) ? await tx.db.select(keptColumns).from(fundingImports).where(isAt(at)) : [];
  return row ?? null;
}

export type KeptImport = NonNullable<Awaited<ReturnType<typeof findKeptImport>>>;

/** Locks a kept file, after its year. */
export async function lockKeptImport(tx: SessionTx, at: ImportAddress): Promise<KeptImport | null> {
  const [row] = isUuid(at.importId) ? await tx.db.select(keptColumns).from(fundingImports).where(isAt(at)).for("update") : [];
  return row ?? null;
}

/** The files of a list that were read, the newest first. */
export async function listKeptImports(tx: Tx, { partnershipId, year, list }: Omit<ImportAddress, "importId">, most: number): Promise<KeptImport[]> {
  return tx.db
    .select(keptColumns)
    .from(fundingImports)
    .where(and(eq(fundingImports.partnershipId, partnershipId), eq(fundingImports.year, year), eq(fundingImports.list, list)))
    .orderBy(desc(fundingImports.uploadedAt), desc(fundingImports.id))
    .limit(most);
}

/** How many lines a file that was taken in touched. */
export async function countsOf({ db }: Tx, importId: string): Promise<{ added: number; changed: number; removed: number; unchanged: number }> {
  const [counts] = await db.execute<{ added: number; changed: number; removed: number; unchanged: number }>(sql`
    select jsonb_array_length(undo->'added') as added, jsonb_array_length(undo->'changed') as changed, jsonb_array_length(undo->'removed') as removed, (undo->>'unchanged')::int as unchanged
    from ${fundingImports} where id = ${importId}::uuid and undo is not null`);
  return counts ?? { added: 0, changed: 0, removed: 0, unchanged: 0 };
}

function isAt({ partnershipId, year, list, importId }: ImportAddress) {
  return and(eq(fundingImports.id, importId), eq(fundingImports.partnershipId, partnershipId), eq(fundingImports.year, year), eq(fundingImports.list, list));
}
