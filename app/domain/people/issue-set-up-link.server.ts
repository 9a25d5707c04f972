import { sql } from "drizzle-orm";

import { newToken, sha256Hex } from "#app/auth/tokens.server.ts";
import type { SessionTx } from "#db/client.server.ts";

/**
 * Issues a person's set-up link and answers its path, or null when the account already has a password. It works once,
 * within 72 hours; one issued before stops working. The path is a secret: show it to whoever adds the person, once, and
 * keep it out of the outcome of a command, which is stored. Throws when neither an administrator nor whoever opened the
 * account in this transaction asks.
 */
export async function issueSetUpLink(tx: SessionTx, personId: string): Promise<string | null> {
  const token = newToken();
  const [row] = await tx.db.execute<{ issued: boolean }>(sql`select access.invite(${personId}::uuid, ${sha256Hex(token)}) as issued`);
  return row?.issued ? `/set-up/${token}` : null;
}
