import { forbid } from "#app/domain/access/require.server.ts";
import { mailIsSent } from "#app/domain/notifications/mail-is-sent.server.ts";
import { change, type Submission } from "#app/domain/shared/change.server.ts";
import { done, type Outcome, refused } from "#app/domain/shared/refusals.ts";
import type { SessionActor } from "#db/client.server.ts";

import { findMemberAccount } from "./member-accounts.server.ts";
import { inviteHolder } from "./invite-holder.server.ts";

export interface InvitationInput {
  partnershipId: string;
  appointmentId: string;
}

/** `path` is told once and kept nowhere: to an administrator, where no mail is sent; null to everybody else. */
export type InvitationSent = Outcome<{ email: string; path: string | null }>;

/**
 * Sends the holder of an appointment an invitation, again if need be: the one before stops working. For an
 * administrator, and for the leads, chair and business manager of the partnership.
 * Refusals: not-found, not-permitted, nothing-to-change (the account is set up or suspended).
 */
export async function sendInvitation(actor: SessionActor, { partnershipId, appointmentId }: InvitationInput, submission: Submission): Promise<InvitationSent> {
  let path: string | null = null;
  const outcome = await change<{ email: string }>(actor, "send-invitation", submission, async (tx) => {
    const forbidden = forbid(tx.me, "invite-people", { partnershipId });
    if (forbidden) return forbidden;
    const account = await findMemberAccount(tx, partnershipId, appointmentId);
    if (!account) return refused("not-found");
    const sent = await inviteHolder(tx, appointmentId);
    if (sent === null) return refused("nothing-to-change", account.suspended ? "The account is suspended." : "The account has been set up already.");
    path = tx.me.administrator && !mailIsSent() ? sent : null;
    return done({ email: account.email });
  });
  return outcome.ok ? done({ ...outcome.value, path }) : outcome;
}
