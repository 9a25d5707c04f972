import { eq, sql } from "drizzle-orm";

import { forbid } from "#app/domain/access/require.server.ts";
import { change, type Submission } from "#app/domain/shared/change.server.ts";
import { inSlices } from "#app/domain/shared/in-slices.server.ts";
import { done, type Outcome, refused } from "#app/domain/shared/refusals.ts";
import type { SessionActor } from "#db/client.server.ts";
import { registerImports } from "#db/schema/index.ts";

import type { RefusedRow, RegisterRead, RowError } from "../registers/register-row.ts";
import type { RegisterSource } from "../registers/vocabulary.ts";
import type { KeptCounts } from "./kept-import.server.ts";

export interface KeepImportInput {
  partnershipId: string;
  source: RegisterSource;
  fileName: string;
  fileSha256: string;
  /** ISO date on which the register was copied, where neither the file nor its name says it. */
  extractDate: string | null;
  read: Extract<RegisterRead, { ok: true }>;
}

/** What is wrong with rows, and the rows themselves of a file of the partnership's own. */
export interface KeptErrors {
  errors: RowError[];
  refusedRows: RefusedRow[];
}

/**
 * Keeps what was read from a file of a register until somebody has looked at what it would do. Nothing of the register
 * changes, so the ledger hears of it only when it is taken in. Refusals: not-permitted, impossible-dates (it was copied in the future).
 */
export async function keepImport(actor: SessionActor, input: KeepImportInput, submission: Submission): Promise<Outcome<{ importId: string }>> {
  return change(actor, "keep-register-import", submission, async (tx) => {
    const { partnershipId, source, fileName, fileSha256, extractDate, read } = input;
    const forbidden = forbid(tx.me, "edit-agencies", { partnershipId });
    if (forbidden) return forbidden;
    const copiedOn = read.extractDate ?? extractDate;
    if (copiedOn !== null && copiedOn > tx.today) return refused("impossible-dates", "The day the register was copied is in the future");
    const counts: KeptCounts = { ...read.counts, absent: read.absent };
    const errors: KeptErrors = { errors: read.errors, refusedRows: read.refusedRows };
    const [row] = await tx.db
      .insert(registerImports)
      .values({ partnershipId, source, fileName, fileSha256, extractDate: copiedOn, counts, errors, rows: [], uploadedAt: tx.now, uploadedBy: tx.me.personId })
      .returning({ id: registerImports.id });
    if (!row) throw new Error("the file was not kept");
    for (const text of await inTexts(read.rows)) await tx.db.update(registerImports).set({ rows: sql`${registerImports.rows} || ${text}::text::jsonb` }).where(eq(registerImports.id, row.id));
    return done({ importId: row.id });
  });
}

const rowsInText = 2_000;

/** Rows as a few JSON arrays: what is sent to the database at once holds this process up. */
async function inTexts(rows: readonly object[]): Promise<string[]> {
  const texts: string[][] = [];
  await inSlices(rows, (row, at) => {
    if (at % rowsInText === 0) texts.push([]);
    texts.at(-1)?.push(JSON.stringify(row));
  });
  return texts.map((parts) => `[${parts.join(",")}]`);
}
