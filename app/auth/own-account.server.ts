import { and, desc, eq, isNotNull, isNull, ne } from "drizzle-orm";

import { notify } from "#app/domain/notifications/notify.server.ts";
import { oneError } from "#app/http/field-errors.ts";
import { as, type SessionActor, SessionEnded, type Tx } from "#db/client.server.ts";
import { accounts, sessions } from "#db/schema/index.ts";

import { type Account, findAccount, spendCode } from "./accounts.server.ts";
import { again, type NotConfirmed, tooOften } from "./confirm-identity.server.ts";
import { codeMessages, wrongRecoveryCode } from "./forms.server.ts";
import { findLiveSession } from "./lucia.server.ts";
import { hashPassword, verifyPassword } from "./password-hash.server.ts";
import { countRecoveryCodes, replaceRecoveryCodes, spendRecoveryCode } from "./recovery-codes.server.ts";
import { isAlive } from "./session-rules.ts";
import { codesCookie } from "./shown-once.server.ts";
import { beginStep } from "./sign-in-step.server.ts";
import { tryCode, tryPassword } from "./throttle.server.ts";

const signIn = { kind: "sign-in" } as const;

/** Somewhere the person is signed in. */
export interface SignedInPlace {
  handle: string;
  browser: string | null;
  startedAt: Date;
  /** Written down once a minute at most. */
  lastSeenAt: Date;
  /** Whether it is the browser that asks. */
  own: boolean;
}

export interface OwnSecurity {
  email: string;
  secondFactor: boolean;
  recoveryCodesLeft: number;
  places: SignedInPlace[];
}

/** How the actor's own account is secured, and where it is signed in, last used first. */
export async function readOwnSecurity(actor: SessionActor): Promise<OwnSecurity> {
  return as(signIn, async (tx) => {
    const account = await findOwn(tx, actor);
    const rows = await tx.db.select().from(sessions).where(and(eq(sessions.personId, account.personId), isNull(sessions.replacedAt))).orderBy(desc(sessions.lastSeenAt));
    const alive = rows.filter((row) => isAlive({ ...row, suspendedAt: null, demo: true }, tx.now));
    return {
      email: account.email,
      secondFactor: account.totpSecretSealed !== null,
      recoveryCodesLeft: await countRecoveryCodes(tx, account.personId),
      places: alive.map((row) => ({ handle: row.handle, browser: row.browser, startedAt: row.createdAt, lastSeenAt: row.lastSeenAt, own: row.id === actor.sessionId })),
    };
  });
}

/** Signs one's own account out in one place. False when that place was not signed in any more. */
export async function endPlace(actor: SessionActor, handle: string): Promise<boolean> {
  return as(signIn, async (tx) => {
    const { personId } = await findOwn(tx, actor);
    const ended = await tx.db.delete(sessions).where(and(eq(sessions.personId, personId), eq(sessions.handle, handle))).returning({ id: sessions.id });
    // Those that were replaced answer for a minute more, and nothing says which of them this place had.
    if (ended.length > 0) await tx.db.delete(sessions).where(and(eq(sessions.personId, personId), isNotNull(sessions.replacedAt)));
    return ended.length > 0;
  });
}

/** Signs one's own account out everywhere, here too. For somebody who has confirmed who they are. */
export async function endEveryPlace(actor: SessionActor): Promise<void> {
  await as(signIn, async (tx) => {
    const { personId } = await findOwn(tx, actor);
    await tx.db.delete(sessions).where(eq(sessions.personId, personId));
  });
}

/** Sets another password, for somebody who has just confirmed who they are with the present one. Every other place is signed out, and the owner is told. */
export async function changePassword(actor: SessionActor, newPassword: string): Promise<void> {
  const passwordHash = await hashPassword(newPassword);
  await as(signIn, async (tx) => {
    const { personId } = await findOwn(tx, actor);
    await tx.db.update(accounts).set({ passwordHash }).where(eq(accounts.personId, personId));
    await tx.db.delete(sessions).where(and(eq(sessions.personId, personId), ne(sessions.id, actor.sessionId)));
    await notify(tx, { kind: "password-changed", partnershipId: null, at: tx.now.toISOString() }, [personId]);
  });
}

/** Ten new recovery codes, for somebody who has confirmed who they are: answers the cookie that carries them to the page that shows them once. */
export async function renewRecoveryCodes(actor: SessionActor): Promise<string> {
  return as(signIn, async (tx) => {
    const { personId } = await findOwn(tx, actor);
    const codes = await replaceRecoveryCodes(tx, personId);
    await notify(tx, { kind: "recovery-codes-made", partnershipId: null, at: tx.now.toISOString() }, [personId]);
    return codesCookie(personId, codes);
  });
}

export interface EnteredAgain {
  password: string;
  /** Six figures from the phone, or a recovery code. */
  code: string;
}

export type AuthenticatorChange = { ok: true; setCookie: string } | NotConfirmed;

/**
 * The password and a code of the phone, or a recovery code, go on to setting up another authenticator app. Tries are
 * counted as at signing in. The app there is stays until the new one has shown a code.
 */
export async function beginAuthenticatorChange(actor: SessionActor, { password, code }: EnteredAgain, clientAddress: string): Promise<AuthenticatorChange> {
  const account = await as(signIn, (tx) => findOwn(tx, actor));
  if (account.totpSecretSealed === null) return { ok: false, status: 422, errors: oneError("There is no second factor to change") };
  const missing: Record<string, string> = {};
  if (password === "") missing.password = "Enter your password";
  if (code === "") missing.code = "Enter a code from your app, or a recovery code";
  if (Object.keys(missing).length > 0) return again(missing);
  const passwordTry = await tryPassword(account.email, clientAddress);
  if (passwordTry.waitUntil) return tooOften(passwordTry.waitUntil);
  if (!(await verifyPassword(password, account.passwordHash))) return again({ password: "The password is not right" });
  await passwordTry.giveBack();
  const codeTry = await tryCode(account.personId, clientAddress);
  if (codeTry.waitUntil) return tooOften(codeTry.waitUntil);
  const begun = await as(signIn, async (tx): Promise<AuthenticatorChange> => {
    const wrong = await spend(tx, account, code);
    if (wrong) return again({ code: wrong });
    return { ok: true, ...(await beginStep(tx, account.personId, "enrol", { replaces: true })) };
  });
  if (begun.ok) await codeTry.giveBack();
  return begun;
}

/** Uses up what was entered; what is wrong with it, or null. */
async function spend(tx: Tx, account: Account, code: string): Promise<string | null> {
  if (/^[\d\s-]{6,8}$/.test(code)) {
    const answer = await spendCode(tx, account, code);
    return answer === "right" ? null : codeMessages[answer];
  }
  if (!(await spendRecoveryCode(tx, account.personId, code))) return wrongRecoveryCode;
  await notify(tx, { kind: "recovery-code-used", partnershipId: null, at: tx.now.toISOString(), left: await countRecoveryCodes(tx, account.personId) }, [account.personId]);
  return null;
}

async function findOwn(tx: Tx, actor: SessionActor): Promise<Account> {
  const session = await findLiveSession(tx, actor.sessionId);
  const account = session && (await findAccount(tx, session.personId));
  if (!account) throw new SessionEnded();
  return account;
}
