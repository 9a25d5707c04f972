import { errorsOf, type FormErrors, oneError } from "#app/http/field-errors.ts";
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

/** Done: the reply must set the cookie, and what follows acts as the new actor. Or not: what to say, with which status. */
export type Confirmed = { ok: true; setCookie: string; actor: SessionActor } | NotConfirmed;

/** The fields are `password` and `code`. */
export interface NotConfirmed {
  ok: false;
  errors: FormErrors;
  status: 422 | 429;
}

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
  const missing = missingFields({ password, code }, needsCode);
  if (Object.keys(missing).length > 0) return again(missing);

  const passwordTry = await tryPassword(account.email, clientAddress);
  if (passwordTry.waitUntil) return tooOften(passwordTry.waitUntil);
  if (!(await verifyPassword(password, account.passwordHash))) return again({ password: "The password is not right" });
  await passwordTry.giveBack();
  if (!needsCode) return as(signIn, (tx) => replaced(tx, actor));

  const codeTry = await tryCode(session.personId, clientAddress);
  if (codeTry.waitUntil) return tooOften(codeTry.waitUntil);
  const confirmed = await as(signIn, async (tx): Promise<Confirmed> => {
    const found = await findOwn(tx, actor);
    const answer = await spendCode(tx, found.account, code);
    if (answer === "wrong") return again({ code: codeMessages.wrong });
    // Read again: of two forms at once the second has just waited for the first.
    if (answer === "used" && !isSentTwice(tx, await findOwn(tx, actor), code)) return again({ code: codeMessages.used });
    return replaced(tx, actor);
  });
  if (confirmed.ok) await codeTry.giveBack();
  return confirmed;
}

/** What was left empty, so that a form can say it together with its other errors. */
export function missingFields({ password, code }: Confirmation, needsCode: boolean): Record<string, string> {
  return { ...(password === "" && { password: "Enter your password" }), ...(needsCode && code.trim() === "" && { code: "Enter the code from your authenticator app" }) };
}

/** The form again, with what is wrong at each field. */
export function again(wrong: Record<string, string>): NotConfirmed {
  return { ok: false, status: 422, errors: errorsOf(wrong) };
}

/** The form again, saying when to try. */
export function tooOften(waitUntil: Date): NotConfirmed {
  return { ok: false, status: 429, errors: oneError(tooManyTries(waitUntil)) };
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
