import { sql } from "drizzle-orm";

import { forbid } from "#app/domain/access/require.server.ts";
import { appendToLedger } from "#app/domain/ledger/append-to-ledger.server.ts";
import { change, type Submission } from "#app/domain/shared/change.server.ts";
import { done, type Outcome, refused } from "#app/domain/shared/refusals.ts";
import type { SessionActor } from "#db/client.server.ts";

import { issueSetUpLink } from "./issue-set-up-link.server.ts";

/**
 * Makes a new set-up link for an account that has no password yet; the one before stops working. Administrators only.
 * `setUpPath` is told once and kept nowhere: null when the same form is sent again.
 * Refusals: not-found (also when not an administrator), nothing-to-change (the account is set up).
 */
export async function renewSetUpLink(actor: SessionActor, personId: string, submission: Submission): Promise<Outcome<{ name: string; setUpPath: string | null }>> {
  let setUpPath: string | null = null;
  const outcome = await change<{ name: string }>(actor, "renew-set-up-link", submission, async (tx) => {
    const forbidden = forbid(tx.me, "manage-accounts", { partnershipId: null });
    if (forbidden) return forbidden;
    const [account] = await tx.db.execute<{ name: string }>(sql`select name from access.list_accounts() where person_id = ${personId}`);
    if (!account) return refused("not-found");
    setUpPath = await issueSetUpLink(tx, personId);
    if (setUpPath === null) return refused("nothing-to-change", `${account.name} has already set up this account.`);
    await appendToLedger(tx, { type: "account.link-renewed", partnershipId: null, data: { personId } });
    return done({ name: account.name });
  });
  return outcome.ok ? done({ ...outcome.value, setUpPath }) : outcome;
}
