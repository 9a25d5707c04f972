import { sql } from "drizzle-orm";

import { forbid } from "#app/domain/access/require.server.ts";
import { appendToLedger } from "#app/domain/ledger/append-to-ledger.server.ts";
import { change, type Submission } from "#app/domain/shared/change.server.ts";
import { done, type Outcome, refused } from "#app/domain/shared/refusals.ts";
import type { SessionActor } from "#db/client.server.ts";

import { findMemberAccount } from "./member-accounts.server.ts";
import type { InvitationInput } from "./send-invitation.server.ts";

/**
 * Takes an invitation back: its link stops working at once. The appointment stays.
 * Refusals: not-found, not-permitted, nothing-to-change (none is open).
 */
export async function withdrawInvitation(actor: SessionActor, { partnershipId, appointmentId }: InvitationInput, submission: Submission): Promise<Outcome<{ email: string }>> {
  return change(actor, "withdraw-invitation", submission, async (tx) => {
    const forbidden = forbid(tx.me, "invite-people", { partnershipId });
    if (forbidden) return forbidden;
    const account = await findMemberAccount(tx, partnershipId, appointmentId);
    if (!account) return refused("not-found");
    const [row] = await tx.db.execute<{ withdrawn: boolean }>(sql`select access.withdraw_invitation(${appointmentId}::uuid) as withdrawn`);
    if (!row?.withdrawn) return refused("nothing-to-change", "There is no open invitation to withdraw.");
    await appendToLedger(tx, { type: "invitation.withdrawn", partnershipId, data: { appointmentId, personId: account.personId } });
    return done({ email: account.email });
  });
}
