import { and, eq, gt, isNull } from "drizzle-orm";

import { as, type Tx } from "#db/client.server.ts";
import { accounts, invitations, people } from "#db/schema/index.ts";

import { hashPassword } from "./password-hash.server.ts";
import { isToken, sha256Hex } from "./tokens.server.ts";

/** Whom a set-up link is for. */
export interface SetUp {
  name: string;
  email: string;
}

/** The person a set-up link is for, or null when it was used, replaced, is older than 72 hours or never was. Uses nothing up. */
export async function findSetUp(token: string | undefined): Promise<SetUp | null> {
  if (!isToken(token)) return null;
  return as({ kind: "sign-in" }, async (tx) => {
    const [row] = await tx.db
      .select({ name: people.name, email: accounts.email })
      .from(invitations)
      .innerJoin(accounts, eq(accounts.personId, invitations.personId))
      .innerJoin(people, eq(people.id, invitations.personId))
      .where(and(isUsable(tx, token), isNull(accounts.passwordHash), isNull(accounts.suspendedAt)));
    return row ?? null;
  });
}

/**
 * Uses the link up and sets the password. Answers whose account it is, to exactly one of any number at once; null to
 * the others and wherever the link is no longer good.
 */
export async function acceptSetUp(token: string, password: string): Promise<{ personId: string } | null> {
  if (!(await findSetUp(token))) return null;
  const passwordHash = await hashPassword(password);
  return as({ kind: "sign-in" }, async (tx) => {
    const [used] = await tx.db.update(invitations).set({ usedAt: tx.now }).where(isUsable(tx, token)).returning({ personId: invitations.personId });
    if (!used) return null;
    const [account] = await tx.db
      .update(accounts)
      .set({ passwordHash })
      .where(and(eq(accounts.personId, used.personId), isNull(accounts.passwordHash), isNull(accounts.suspendedAt)))
      .returning({ personId: accounts.personId });
    return account ?? null;
  });
}

function isUsable(tx: Tx, token: string) {
  return and(eq(invitations.id, sha256Hex(token)), eq(invitations.purpose, "set-up"), isNull(invitations.usedAt), gt(invitations.expiresAt, tx.now));
}
