import { and, desc, eq, inArray, isNotNull, isNull, sql } from "drizzle-orm";

import { isUuid } from "#app/domain/shared/is-uuid.ts";
import { inSlices } from "#app/domain/shared/in-slices.server.ts";
import type { SessionTx, Tx } from "#db/client.server.ts";
import { registerImports } from "#db/schema/index.ts";

import type { RegisterCounts, RegisterRow } from "../registers/register-row.ts";
import type { RegisterSource } from "../registers/vocabulary.ts";

export interface ImportAddress {
  partnershipId: string;
  importId: string;
}

/** What a file came to beside its rows. */
export interface KeptCounts extends RegisterCounts {
  absent: string[];
}

/** Everything of a kept file but its rows, its errors and what undoes it, which are long. */
const keptColumns = {
  id: registerImports.id,
  partnershipId: registerImports.partnershipId,
  source: registerImports.source,
  fileName: registerImports.fileName,
  fileSha256: registerImports.fileSha256,
  extractDate: registerImports.extractDate,
  counts: sql<KeptCounts>`${registerImports.counts}`,
  uploadedAt: registerImports.uploadedAt,
  uploadedBy: registerImports.uploadedBy,
  appliedAt: registerImports.appliedAt,
  appliedBy: registerImports.appliedBy,
  undoneAt: registerImports.undoneAt,
  undoneBy: registerImports.undoneBy,
};

export async function findKeptImport(tx: Tx, at: ImportAddress) {
  const [row] = isUuid(at.importId) ? await tx.db.select(keptColumns).from(registerImports).where(isAt(at)) : [];
  return row ?? null;
}

export type KeptImport = NonNullable<Awaited<ReturnType<typeof findKeptImport>>>;

export async function lockKeptImport(tx: SessionTx, at: ImportAddress): Promise<KeptImport | null> {
  const [row] = isUuid(at.importId) ? await tx.db.select(keptColumns).from(registerImports).where(isAt(at)).for("update") : [];
  return row ?? null;
}

/** The last files that were read, the newest first. */
export async function listKeptImports(tx: Tx, partnershipId: string, most: number): Promise<KeptImport[]> {
  return tx.db.select(keptColumns).from(registerImports).where(eq(registerImports.partnershipId, partnershipId)).orderBy(desc(registerImports.uploadedAt), desc(registerImports.id)).limit(most);
}

/** The newest file of each public register that was taken in and not undone: what is open in the area, as far as it is known. */
export async function listExtracts(tx: Tx, partnershipId: string): Promise<KeptImport[]> {
  return tx.db
    .selectDistinctOn([registerImports.source], keptColumns)
    .from(registerImports)
    .where(and(eq(registerImports.partnershipId, partnershipId), inArray(registerImports.source, ["gias", "early-years", "charity-commission"] satisfies RegisterSource[]), isNotNull(registerImports.appliedAt), isNull(registerImports.undoneAt)))
    .orderBy(registerImports.source, desc(registerImports.appliedAt));
}

/** The rows of a kept file. One at a time from the database, so that no long text is parsed at once. */
export async function readKeptRows({ db }: Tx, importId: string): Promise<RegisterRow[]> {
  const found = await db.execute<{ row: string }>(sql`select e.value::text as row from ${registerImports} f, jsonb_array_elements(f.rows) with ordinality e(value, at) where f.id = ${importId}::uuid order by e.at`);
  const rows: RegisterRow[] = [];
  await inSlices(found, ({ row }) => {
    rows.push(JSON.parse(row));
  });
  return rows;
}

function isAt({ partnershipId, importId }: ImportAddress) {
  return and(eq(registerImports.id, importId), eq(registerImports.partnershipId, partnershipId));
}
