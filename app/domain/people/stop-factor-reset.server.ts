import { sql } from "drizzle-orm";

import { tellOfFactorReset } from "#app/auth/factor-reset.server.ts";
import { change, type Submission } from "#app/domain/shared/change.server.ts";
import { done, type Outcome, refused } from "#app/domain/shared/refusals.ts";
import type { SessionActor } from "#db/client.server.ts";

import { type FactorResetSubject, forbidFactorReset, readConcerned, readFactorReset } from "./factor-resets.server.ts";

/**
 * Stops the reset of a second factor, wherever it stands: one's own at any time, somebody else's as one who could have
 * confirmed it. Everybody concerned is told.
 * Refusals: not-found, not-permitted, identity-not-confirmed (somebody else's), nothing-to-change.
 */
export async function stopFactorReset(actor: SessionActor, subject: FactorResetSubject, submission: Submission): Promise<Outcome<{ resetId: string }>> {
  const { personId } = subject;
  return change(actor, "stop-factor-reset", submission, async (tx) => {
    const forbidden = personId === tx.me.personId ? null : await forbidFactorReset(tx, "confirm-factor-reset", subject);
    if (forbidden) return forbidden;
    const reset = await readFactorReset(tx, personId);
    const [row] = reset ? await tx.db.execute<{ stopped: boolean }>(sql`select access.stop_factor_reset(${reset.id}::uuid) as stopped`) : [];
    if (!reset || !row?.stopped) return refused("nothing-to-change", "No reset is under way.");
    const { name, audience } = await readConcerned(tx, personId);
    await tellOfFactorReset(tx, { step: "stopped", personId, name, by: tx.me.name }, audience);
    return done({ resetId: reset.id });
  });
}
