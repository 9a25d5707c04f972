import { sql } from "drizzle-orm";

import { tellOfFactorReset } from "#app/auth/factor-reset.server.ts";
import { newToken, sha256Hex } from "#app/auth/tokens.server.ts";
import { notify } from "#app/domain/notifications/notify.server.ts";
import { change, type Submission } from "#app/domain/shared/change.server.ts";
import { done, type Outcome, refused } from "#app/domain/shared/refusals.ts";
import type { SessionActor } from "#db/client.server.ts";

import { type FactorResetSubject, forbidFactorReset, readConcerned, readFactorReset } from "./factor-resets.server.ts";

/** How long the link lives with which the person sets up a second factor anew. The database counts the same. */
const linkHours = 24;

/**
 * Confirms, as the second person, that somebody may set up their second factor anew. The link goes to that person alone
 * and needs their password; the old second factor works until the new one has shown a code. Everybody concerned is told.
 * Needs an identity confirmed within five minutes.
 * Refusals: not-found, not-permitted, own-factor, identity-not-confirmed, second-person-needed (it was the actor who
 * proposed it), nothing-to-change (not proposed, or stopped, or confirmed, or lapsed).
 */
export async function confirmFactorReset(actor: SessionActor, subject: FactorResetSubject, submission: Submission): Promise<Outcome<{ resetId: string }>> {
  const { personId } = subject;
  return change(actor, "confirm-factor-reset", submission, async (tx) => {
    const forbidden = await forbidFactorReset(tx, "confirm-factor-reset", subject);
    if (forbidden) return forbidden;
    const reset = await readFactorReset(tx, personId);
    if (!reset?.proposedBy || reset.confirmedAt) return refused("nothing-to-change", "There is no proposal that waits for a second person.");
    if (reset.proposedBy === tx.me.personId) return refused("second-person-needed", "You proposed it yourself.");
    const token = newToken();
    const [row] = await tx.db.execute<{ confirmed: boolean }>(sql`select access.confirm_factor_reset(${reset.id}::uuid, ${sha256Hex(token)}) as confirmed`);
    if (!row?.confirmed) return refused("nothing-to-change", "There is no proposal that waits for a second person.");
    const { name, audience } = await readConcerned(tx, personId);
    const until = new Date(tx.now.getTime() + linkHours * 3_600_000).toISOString();
    await tellOfFactorReset(tx, { step: "confirmed", personId, name, by: tx.me.name }, audience);
    await notify(tx, { kind: "factor-reset-link", partnershipId: null, until, secretPath: `/second-factor/${token}` }, [personId]);
    return done({ resetId: reset.id });
  });
}
