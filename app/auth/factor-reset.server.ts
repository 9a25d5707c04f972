import { and, eq, gt, isNull, sql } from "drizzle-orm";

import type { FactorResetStep } from "#app/domain/notifications/account-messages.ts";
import { notify } from "#app/domain/notifications/notify.server.ts";
import { as, type Tx } from "#db/client.server.ts";
import { factorResets } from "#db/schema/index.ts";

import { findAccount } from "./accounts.server.ts";
import { verifyPassword } from "./password-hash.server.ts";
import type { Throttled } from "./sign-in.server.ts";
import { beginStep, findStep } from "./sign-in-step.server.ts";
import { tryPassword } from "./throttle.server.ts";
import { isToken, sha256Hex } from "./tokens.server.ts";

const signIn = { kind: "sign-in" } as const;

/** Tells everybody concerned, the person among them, in this transaction. */
export async function tellOfFactorReset(tx: Parameters<typeof notify>[0], about: { step: FactorResetStep; personId: string; name: string; by: string }, audience: readonly string[]): Promise<void> {
  await notify(tx, { kind: "factor-reset", partnershipId: null, ...about, at: tx.now.toISOString() }, audience);
}

/**
 * Somebody whose password was right says that phone and recovery codes are lost. Everybody concerned is told at once;
 * nothing else happens until two of them act. Asked again, it stays asked. False when signing in has to begin again.
 */
export async function askFactorReset(request: Request): Promise<boolean> {
  return as(signIn, async (tx) => {
    const step = await findStep(tx, request);
    const account = step && (await findAccount(tx, step.personId));
    if (!step || !account || account.totpSecretSealed === null || step.pendingTotpSealed !== null) return false;
    const { personId, name } = account;
    const [row] = await tx.db.execute<{ id: string | null }>(sql`select access.ask_factor_reset(${personId}::uuid) as id`);
    if (row?.id) await tellOfFactorReset(tx, { step: "asked", personId, name, by: name }, await audienceOf(tx, personId));
    return true;
  });
}

/** Whoever is told of a reset: the person, and the business managers and chairs of their partnerships. */
export async function audienceOf(tx: Pick<Tx, "db">, personId: string): Promise<string[]> {
  const rows = await tx.db.execute<{ id: string }>(sql`select access.told_of_factor_reset(${personId}::uuid) as id`);
  return [...rows].map((row) => row.id);
}

/** Whose second factor a link sets up anew, or null when it is used, stopped, older than a day or never was. Uses nothing up. */
export async function findFactorReset(token: string | undefined): Promise<{ name: string; expiresAt: string } | null> {
  if (!isToken(token)) return null;
  return as(signIn, async (tx) => {
    const reset = await findConfirmed(tx, token);
    const account = reset && (await findAccount(tx, reset.personId));
    return reset && account && !account.suspendedAt ? { name: account.name, expiresAt: reset.expiresAt.toISOString() } : null;
  });
}

export type FactorResetBegun = { kind: "enrol"; setCookie: string } | { kind: "wrong" } | { kind: "gone" } | Throttled;

/** The link and the password together go on to the enrolment; only the enrolment's own code uses the link up. */
export async function beginFactorReset(token: string, password: string, clientAddress: string): Promise<FactorResetBegun> {
  const found = await as(signIn, async (tx) => {
    const reset = isToken(token) ? await findConfirmed(tx, token) : null;
    const account = reset && (await findAccount(tx, reset.personId));
    return reset && account && !account.suspendedAt ? { reset, account } : null;
  });
  if (!found) return { kind: "gone" };
  const tried = await tryPassword(found.account.email, clientAddress);
  if (tried.waitUntil) return { kind: "throttled", waitUntil: tried.waitUntil };
  if (!(await verifyPassword(password, found.account.passwordHash))) return { kind: "wrong" };
  await tried.giveBack();
  const { setCookie } = await as(signIn, (tx) => beginStep(tx, found.account.personId, "enrol", { factorResetId: found.reset.id }));
  return { kind: "enrol", setCookie };
}

async function findConfirmed(tx: Tx, token: string): Promise<typeof factorResets.$inferSelect | null> {
  const open = and(isNull(factorResets.completedAt), isNull(factorResets.stoppedAt), gt(factorResets.expiresAt, tx.now));
  const [row] = await tx.db.select().from(factorResets).where(and(eq(factorResets.linkSha256, sha256Hex(token)), open));
  return row ?? null;
}
