import { and, eq, lt } from "drizzle-orm";

import type { Tx } from "#db/client.server.ts";
import { accounts, installation, people } from "#db/schema/index.ts";

import { unseal } from "./seal.server.ts";
import { totpStep } from "./totp.server.ts";

/** Somebody's means of signing in. Never leaves the server. */
export interface Account {
  personId: string;
  name: string;
  email: string;
  passwordHash: string | null;
  totpSecretSealed: string | null;
  /** The thirty seconds since 1970 of the last code that was good, or -1. */
  totpLastStep: number;
  suspendedAt: Date | null;
}

const columns = {
  personId: accounts.personId,
  name: people.name,
  email: accounts.email,
  passwordHash: accounts.passwordHash,
  totpSecretSealed: accounts.totpSecretSealed,
  totpLastStep: accounts.totpLastStep,
  suspendedAt: accounts.suspendedAt,
};

/** By e-mail address, in whichever case it is written. */
export async function findAccountByEmail(tx: Tx, email: string): Promise<Account | null> {
  const [row] = await tx.db.select(columns).from(accounts).innerJoin(people, eq(people.id, accounts.personId)).where(eq(accounts.email, email));
  return row ?? null;
}

export async function findAccount(tx: Tx, personId: string): Promise<Account | null> {
  const [row] = await tx.db.select(columns).from(accounts).innerJoin(people, eq(people.id, accounts.personId)).where(eq(accounts.personId, personId));
  return row ?? null;
}

/** Whether the whole installation is a demonstration, as the database has it. */
export async function isDemo(tx: Tx): Promise<boolean> {
  const [row] = await tx.db.select({ demo: installation.demo }).from(installation);
  return row?.demo ?? false;
}

/** Uses up a code. Each code, and every older one, is good once: of two at the same moment one is told "used". */
export async function spendCode(tx: Tx, account: Account, code: string): Promise<"right" | "wrong" | "used"> {
  if (account.totpSecretSealed === null) return "wrong";
  const step = totpStep(unseal(account.totpSecretSealed, account.personId), code, tx.now);
  if (step === null) return "wrong";
  const spent = await tx.db
    .update(accounts)
    .set({ totpLastStep: step })
    .where(and(eq(accounts.personId, account.personId), lt(accounts.totpLastStep, step)))
    .returning({ personId: accounts.personId });
  return spent.length === 1 ? "right" : "used";
}
