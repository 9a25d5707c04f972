import { as, type SessionActor, SessionEnded, type Tx } from "#db/client.server.ts";
import type { sessions } from "#db/schema/index.ts";

import { type Account, findAccount, spendCode } from "./accounts.server.ts";
import { codeMessages } from "./forms.server.ts";
import { findLiveSession } from "./lucia.server.ts";
import { verifyPassword } from "./password-hash.server.ts";
import { unseal } from "./seal.server.ts";
import { replaceSession } from "./session.server.ts";
import { tooManyTries, tryCode, tryPassword } from "./throttle.server.ts";
import { totpStep } from "./totp.server.ts";

const signIn = { kind: "sign-in" } as const;

export interface Confirmation {
  password: string;
  /** Empty where there is no second factor. */
  code: string;
}

/** Done: the reply must set the cookie, and what follows acts as the new actor. Or not: what to say, at which field, with which status. */
export type Confirmed =
  | { ok: true; setCookie: string; actor: SessionActor }
  | { ok: false; message: string; field?: "password" | "code"; status: 422 | 429 };

type Session = typeof sessions.$inferSelect;

/**
 * Confirms who is at the keyboard, for five minutes: the password again and, where the account has a second factor, a
 * code. The session gets a new token. The same form sent twice within a minute is confirmed twice; any other second
 * use of a code is refused. Throws SessionEnded, and a 503 response when too many passwords are waiting to be checked.
 * @param clientAddress the network address tries are counted against: `context.clientAddress`
 */
export async function confirmIdentity(actor: SessionActor, { password, code }: Confirmation, clientAddress: string): Promise<Confirmed> {
  const { session, account } = await as(signIn, (tx) => findOwn(tx, actor));
  const needsCode = account.totpSecretSealed !== null || session.strength === "password+totp";
  if (password === "") return again("Enter your password", "password");
  if (needsCode && code.trim() === "") return again("Enter the code from your authenticator app", "code");

  const passwordTry = await tryPassword(account.email, clientAddress);
  if (passwordTry.waitUntil) return { ok: false, status: 429, message: tooManyTries(passwordTry.waitUntil) };
  if (!(await verifyPassword(password, account.passwordHash))) return again("The password is not right", "password");
  await passwordTry.giveBack();
  if (!needsCode) return as(signIn, (tx) => replaced(tx, actor));

  const codeTry = await tryCode(session.personId, clientAddress);
  if (codeTry.waitUntil) return { ok: false, status: 429, message: tooManyTries(codeTry.waitUntil) };
  const confirmed = await as(signIn, async (tx): Promise<Confirmed> => {
    const found = await findOwn(tx, actor);
    const answer = await spendCode(tx, found.account, code);
    if (answer === "wrong") return again(codeMessages.wrong, "code");
    // Read again: of two forms at once the second has just waited for the first.
    if (answer === "used" && !isSentTwice(tx, await findOwn(tx, actor), code)) return again(codeMessages.used, "code");
    return replaced(tx, actor);
  });
  if (confirmed.ok) await codeTry.giveBack();
  return confirmed;
}

function again(message: string, field: "password" | "code"): Confirmed {
  return { ok: false, status: 422, message, field };
}

async function replaced(tx: Tx, actor: SessionActor): Promise<Confirmed> {
  const { session } = await findOwn(tx, actor);
  return { ok: true, ...(await replaceSession(tx, session)) };
}

async function findOwn(tx: Tx, actor: SessionActor): Promise<{ session: Session; account: Account }> {
  const session = await findLiveSession(tx, actor.sessionId);
  const account = session && (await findAccount(tx, session.personId));
  if (!session || !account) throw new SessionEnded();
  return { session, account };
}

/** Whether this code, from this very session, confirmed it a moment ago: a double click, or a reply that was lost. */
function isSentTwice(tx: Tx, { session, account }: { session: Session; account: Account }, code: string): boolean {
  if (session.replacedAt === null || account.totpSecretSealed === null) return false;
  return totpStep(unseal(account.totpSecretSealed, account.personId), code, tx.now) === account.totpLastStep;
}
