import { eq, sql } from "drizzle-orm";

import { forbid } from "#app/domain/access/require.server.ts";
import type { Permission } from "#app/domain/access/vocabulary.ts";
import { isConfirmed } from "#app/domain/documents/rules.ts";
import { type Outcome, refused } from "#app/domain/shared/refusals.ts";
import { as, type SessionActor, type SessionTx } from "#db/client.server.ts";
import { people } from "#db/schema/index.ts";

import type { FactorReset } from "./factor-reset.ts";

/** Whose second factor, and where the actor acts from: a partnership they share, or null for an administrator. */
export interface FactorResetSubject {
  personId: string;
  partnershipId: string | null;
}

/** The reset that is open for this person, or null when there is none or it is not for the actor to see. */
export async function findFactorReset(actor: SessionActor, personId: string): Promise<FactorReset | null> {
  return as(actor, (tx) => readFactorReset(tx, personId));
}

export async function readFactorReset(tx: SessionTx, personId: string): Promise<FactorReset | null> {
  const iso = (column: string) => sql.raw(`to_char(${column} at time zone 'UTC', 'YYYY-MM-DD"T"HH24:MI:SS"Z"')`);
  const [row] = await tx.db.execute<{ [Name in keyof FactorReset]: FactorReset[Name] }>(sql`
    select id, ${iso("asked_at")} as "askedAt", ${iso("proposed_at")} as "proposedAt", proposed_by as "proposedBy", proposer, how_checked as "howChecked",
      ${iso("confirmed_at")} as "confirmedAt", confirmer, ${iso("expires_at")} as "expiresAt"
    from access.read_factor_reset(${personId}::uuid)`);
  return row ?? null;
}

/** Null when the actor may take part in resetting this person's second factor; the database asks the same once more. */
export async function forbidFactorReset(tx: SessionTx, permission: Extract<Permission, "propose-factor-reset" | "confirm-factor-reset">, { personId, partnershipId }: FactorResetSubject): Promise<Extract<Outcome<never>, { ok: false }> | null> {
  if (personId === tx.me.personId) return refused("own-factor");
  const forbidden = forbid(tx.me, permission, { partnershipId });
  if (forbidden) return forbidden;
  const [row] = await tx.db.execute<{ may: boolean }>(sql`select access.may_reset_factor(${personId}::uuid, '{business-manager,chair}') as may`);
  if (!row?.may) return refused("not-found");
  return isConfirmed(tx.me.confirmedAt, tx.now) ? null : refused("identity-not-confirmed");
}

/** The person's name, and everybody who is told of what happens to their second factor. */
export async function readConcerned(tx: SessionTx, personId: string): Promise<{ name: string; audience: string[] }> {
  const [person] = await tx.db.select({ name: people.name }).from(people).where(eq(people.id, personId));
  const told = await tx.db.execute<{ id: string }>(sql`select access.told_of_factor_reset(${personId}::uuid) as id`);
  return { name: person?.name ?? "somebody", audience: [...told].map((row) => row.id) };
}
