import { and, eq, gt, isNull } from "drizzle-orm";

import { notify } from "#app/domain/notifications/notify.server.ts";
import { as, type Tx } from "#db/client.server.ts";
import { accounts, passwordResets, people, sessions, signInSteps } from "#db/schema/index.ts";

import { findAccountByEmail } from "./accounts.server.ts";
import { atLeast } from "./at-least.server.ts";
import { hashPassword } from "./password-hash.server.ts";
import type { PasswordOwner } from "./password-rules.ts";
import type { Throttled } from "./sign-in.server.ts";
import { tryReset } from "./throttle.server.ts";
import { isToken, newToken, sha256Hex } from "./tokens.server.ts";

const signIn = { kind: "sign-in" } as const;

export const resetMinutes = 60;

/** Longer than looking up and writing take, so that the time of an answer does not tell whether anything was written. */
const answerAfterMs = 250;

/**
 * Writes a link to choose a new password to whoever has this e-mail address; the one before stops working. One answer,
 * after the same time, whether or not there is such an account, and whether or not it is set up or suspended.
 */
export async function askPasswordReset(email: string, clientAddress: string): Promise<Throttled | { kind: "asked" }> {
  const tried = await tryReset(email, clientAddress);
  if (tried.waitUntil) return { kind: "throttled", waitUntil: tried.waitUntil };
  await atLeast(answerAfterMs, as(signIn, (tx) => writeLink(tx, email)));
  return { kind: "asked" };
}

async function writeLink(tx: Tx, email: string): Promise<void> {
  const account = await findAccountByEmail(tx, email);
  if (!account || account.passwordHash === null || account.suspendedAt) return;
  const token = newToken();
  const { personId } = account;
  const expiresAt = new Date(tx.now.getTime() + resetMinutes * 60_000);
  await tx.db.update(passwordResets).set({ usedAt: tx.now }).where(and(eq(passwordResets.personId, personId), isNull(passwordResets.usedAt)));
  await tx.db.insert(passwordResets).values({ id: sha256Hex(token), personId, email: account.email, createdAt: tx.now, expiresAt });
  await notify(tx, { kind: "password-reset", partnershipId: null, until: expiresAt.toISOString(), secretPath: `/reset/${token}` }, [personId]);
}

/** Whose password a link changes, or null when it was used, replaced, is older than an hour or never was. Uses nothing up. */
export async function findPasswordReset(token: string | undefined): Promise<PasswordOwner | null> {
  if (!isToken(token)) return null;
  return as(signIn, async (tx) => {
    const [row] = await tx.db
      .select({ name: people.name, email: accounts.email })
      .from(passwordResets)
      .innerJoin(accounts, and(eq(accounts.personId, passwordResets.personId), eq(accounts.email, passwordResets.email)))
      .innerJoin(people, eq(people.id, passwordResets.personId))
      .where(and(isUsable(tx, token), isNull(accounts.suspendedAt)));
    return row ?? null;
  });
}

/**
 * Uses the link up and sets the password, for exactly one of any number at once. Every session ends, and the owner is
 * told. The second factor is not touched: whoever reads somebody's mail alone cannot sign in.
 */
export async function resetPassword(token: string, password: string): Promise<boolean> {
  if (!(await findPasswordReset(token))) return false;
  const passwordHash = await hashPassword(password);
  return as(signIn, async (tx) => {
    const [used] = await tx.db.update(passwordResets).set({ usedAt: tx.now }).where(isUsable(tx, token)).returning({ personId: passwordResets.personId, email: passwordResets.email });
    if (!used) return false;
    const [account] = await tx.db
      .update(accounts)
      .set({ passwordHash })
      .where(and(eq(accounts.personId, used.personId), eq(accounts.email, used.email), isNull(accounts.suspendedAt)))
      .returning({ personId: accounts.personId });
    if (!account) return false;
    await tx.db.delete(sessions).where(eq(sessions.personId, account.personId));
    await tx.db.delete(signInSteps).where(eq(signInSteps.personId, account.personId));
    await notify(tx, { kind: "password-changed", partnershipId: null, at: tx.now.toISOString() }, [account.personId]);
    return true;
  });
}

function isUsable(tx: Tx, token: string) {
  return and(eq(passwordResets.id, sha256Hex(token)), isNull(passwordResets.usedAt), gt(passwordResets.expiresAt, tx.now));
}
