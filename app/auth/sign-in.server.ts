import { notify } from "#app/domain/notifications/notify.server.ts";
import { as } from "#db/client.server.ts";

import { findAccount, findAccountByEmail, isDemo, spendCode } from "./accounts.server.ts";
import { type CodeResult, finishSignIn } from "./finish-sign-in.server.ts";
import { verifyPassword } from "./password-hash.server.ts";
import { countRecoveryCodes, spendRecoveryCode } from "./recovery-codes.server.ts";
import { startSession } from "./session.server.ts";
import { beginStep, findStep } from "./sign-in-step.server.ts";
import { tryPassword } from "./throttle.server.ts";

const signIn = { kind: "sign-in" } as const;

/** Where signing in goes on, with the cookies the reply must set. */
export type Continued = { kind: "signed-in" | "code" | "enrol"; setCookies: string[] };

/** Too many tries: when to come back. */
export interface Throttled {
  kind: "throttled";
  waitUntil: Date;
}

export type PasswordResult = Continued | Throttled | { kind: "wrong" };

/**
 * The first step: e-mail address and password. "wrong" is one answer, after the same work, to an unknown address,
 * a wrong password, an account that was never set up and one that is suspended.
 */
export async function signInWithPassword(request: Request, input: { email: string; password: string }, clientAddress: string): Promise<PasswordResult> {
  const tried = await tryPassword(input.email, clientAddress);
  if (tried.waitUntil) return { kind: "throttled", waitUntil: tried.waitUntil };
  const account = await as(signIn, (tx) => findAccountByEmail(tx, input.email));
  const right = await verifyPassword(input.password, account?.passwordHash ?? null);
  if (!right || !account || account.suspendedAt) return { kind: "wrong" };
  await tried.giveBack();
  return continueSignIn(request, account.personId);
}

/** What comes after the right password: a code, or setting up a second factor, or (in a demonstration alone) nothing. */
export async function continueSignIn(request: Request, personId: string): Promise<Continued> {
  const next = await as(signIn, async (tx) => {
    const account = await findAccount(tx, personId);
    if (account?.totpSecretSealed == null && (await isDemo(tx))) return null;
    const kind = account?.totpSecretSealed ? "code" : "enrol";
    return { kind, setCookie: (await beginStep(tx, personId, kind)).setCookie } as const;
  });
  if (next) return { kind: next.kind, setCookies: [next.setCookie] };
  const { setCookie } = await startSession(request, personId, "password-demo", true);
  return { kind: "signed-in", setCookies: [setCookie] };
}

/** The second step: the code of an account that has a second factor. */
export function signInWithCode(request: Request, code: string, clientAddress: string): Promise<CodeResult> {
  return finishSignIn(request, clientAddress, { confirmed: true, check: (tx, _step, account) => spendCode(tx, account, code) });
}

/**
 * The second step for somebody without their phone: a recovery code, tried as sparingly as codes are. It opens a session
 * that has confirmed nothing, so that nothing is signed with it alone, and its owner is told.
 */
export function signInWithRecoveryCode(request: Request, typed: string, clientAddress: string): Promise<CodeResult> {
  return finishSignIn(request, clientAddress, {
    confirmed: false,
    check: async (tx, _step, { personId, totpSecretSealed }) => {
      if (totpSecretSealed === null || !(await spendRecoveryCode(tx, personId, typed))) return "wrong";
      await notify(tx, { kind: "recovery-code-used", partnershipId: null, at: tx.now.toISOString(), left: await countRecoveryCodes(tx, personId) }, [personId]);
      return "right";
    },
  });
}

/** Whether the browser is between a right password and its code. */
export async function awaitsCode(request: Request): Promise<boolean> {
  return (await as(signIn, (tx) => findStep(tx, request))) !== null;
}
