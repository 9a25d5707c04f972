import { sql } from "drizzle-orm";

import { tellOfFactorReset } from "#app/auth/factor-reset.server.ts";
import { change, type Submission } from "#app/domain/shared/change.server.ts";
import { done, type Outcome, refused } from "#app/domain/shared/refusals.ts";
import type { SessionActor } from "#db/client.server.ts";

import { type FactorResetSubject, forbidFactorReset, readConcerned } from "./factor-resets.server.ts";

/**
 * Proposes that somebody sets up their second factor anew, having made sure who asks. Nothing changes until a second
 * person confirms within 72 hours. The person, and the business managers and chairs of their partnerships, are told at
 * once; each of those partnerships' ledgers says so. Needs an identity confirmed within five minutes.
 * Refusals: not-found, not-permitted, own-factor, identity-not-confirmed, nothing-to-change (proposed already, or there
 * is no second factor).
 */
export async function proposeFactorReset(actor: SessionActor, input: FactorResetSubject & { howChecked: string }, submission: Submission): Promise<Outcome<{ resetId: string }>> {
  const { personId, howChecked } = input;
  return change(actor, "propose-factor-reset", submission, async (tx) => {
    const forbidden = await forbidFactorReset(tx, "propose-factor-reset", input);
    if (forbidden) return forbidden;
    const [row] = await tx.db.execute<{ id: string | null }>(sql`select access.propose_factor_reset(${personId}::uuid, ${howChecked}) as id`);
    if (!row?.id) return refused("nothing-to-change", "It has been proposed already, or there is no second factor to set up anew.");
    const { name, audience } = await readConcerned(tx, personId);
    await tellOfFactorReset(tx, { step: "proposed", personId, name, by: tx.me.name }, audience);
    return done({ resetId: row.id });
  });
}
