import { sql } from "drizzle-orm";

import { forbid } from "#app/domain/access/require.server.ts";
import { appendToLedger } from "#app/domain/ledger/append-to-ledger.server.ts";
import { change, type Submission } from "#app/domain/shared/change.server.ts";
import { done, type Outcome, refused } from "#app/domain/shared/refusals.ts";
import type { SessionActor } from "#db/client.server.ts";

/**
 * Suspends an account, which ends its sessions at once, or restores it. Administrators only, never their own.
 * Refusals: not-found (also when not an administrator), own-account, nothing-to-change.
 */
export async function setAccountSuspended(
  actor: SessionActor,
  { personId, suspended }: { personId: string; suspended: boolean },
  submission: Submission,
): Promise<Outcome<{ suspended: boolean }>> {
  return change(actor, suspended ? "suspend-account" : "restore-account", submission, async (tx) => {
    const forbidden = forbid(tx.me, "manage-accounts", { partnershipId: null });
    if (forbidden) return forbidden;
    if (personId === tx.me.personId) return refused("own-account");
    const [account] = await tx.db.execute(sql`select from access.list_accounts() where person_id = ${personId}`);
    if (!account) return refused("not-found");
    const [row] = await tx.db.execute<{ changed: boolean }>(sql`select access.set_suspended(${personId}::uuid, ${suspended}) as changed`);
    if (!row?.changed) return refused("nothing-to-change");
    await appendToLedger(tx, { type: suspended ? "account.suspended" : "account.restored", partnershipId: null, data: { personId } });
    return done({ suspended });
  });
}
