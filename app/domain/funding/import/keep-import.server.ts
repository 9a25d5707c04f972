import { eq, sql } from "drizzle-orm";

import { forbid } from "#app/domain/access/require.server.ts";
import { change, type Submission } from "#app/domain/shared/change.server.ts";
import { done, type Outcome, refused } from "#app/domain/shared/refusals.ts";
import type { SessionActor } from "#db/client.server.ts";
import { fundingImports } from "#db/schema/index.ts";

import { isYearOpen } from "../queries.server.ts";
import type { ImportAddress } from "./kept-import.server.ts";

export interface KeepImportInput extends Omit<ImportAddress, "importId"> {
  fileName: string;
  fileSha256: string;
  /** Whether lines that are not in the file are to be removed. */
  removesMissing: boolean;
  /** The file's rows as readImportFile gives them. */
  chunks: readonly string[];
}

/**
 * Keeps what was read from a file of lines until somebody has looked at what it would do. Nothing of the year changes, so
 * the ledger hears of it only when it is taken in. Refusals: not-permitted, not-found.
 */
export async function keepImport(actor: SessionActor, input: KeepImportInput, submission: Submission): Promise<Outcome<{ importId: string }>> {
  return change(actor, "keep-funding-import", submission, async (tx) => {
    const { partnershipId, year, list, fileName, fileSha256, removesMissing, chunks } = input;
    const forbidden = forbid(tx.me, "edit-funding", { partnershipId });
    if (forbidden) return forbidden;
    if (!(await isYearOpen(tx, partnershipId, year))) return refused("not-found");
    const [first = "[]", ...rest] = messagesOf(chunks);
    const [row] = await tx.db
      .insert(fundingImports)
      .values({ partnershipId, year, list, fileName, fileSha256, removesMissing, rows: sql`${first}::text::jsonb`, uploadedAt: tx.now, uploadedBy: tx.me.personId })
      .returning({ id: fundingImports.id });
    if (!row) throw new Error("the file was not kept");
    for (const more of rest) await tx.db.update(fundingImports).set({ rows: sql`${fundingImports.rows} || ${more}::text::jsonb` }).where(eq(fundingImports.id, row.id));
    return done({ importId: row.id });
  });
}

/** About a million characters: what is sent to the database at once holds this process up, and with more the database copies less. */
const messageLength = 1_000_000;

/** The rows as a few JSON arrays. */
function messagesOf(chunks: readonly string[]): string[] {
  const messages: string[][] = [];
  let length = messageLength;
  for (const chunk of chunks) {
    if (length >= messageLength) {
      messages.push([]);
      length = 0;
    }
    messages.at(-1)?.push(chunk);
    length += chunk.length;
  }
  return messages.map((parts) => `[${parts.join(",")}]`);
}
