import { and, eq, isNull } from "drizzle-orm";

import { as, type Tx } from "#db/client.server.ts";
import { accounts } from "#db/schema/index.ts";

import { type Account, findAccount, findAccountByEmail, isDemo, spendCode } from "./accounts.server.ts";
import { verifyPassword } from "./password-hash.server.ts";
import { unseal } from "./seal.server.ts";
import { startSession } from "./session.server.ts";
import { beginStep, endStep, findStep, noStepCookie, type SignInStep } from "./sign-in-step.server.ts";
import { tryCode, tryPassword } from "./throttle.server.ts";
import { totpStep } from "./totp.server.ts";

const signIn = { kind: "sign-in" } as const;

/** Where signing in goes on, with the cookies the reply must set. */
export type Continued = { kind: "signed-in" | "code" | "enrol"; setCookies: string[] };

/** Too many tries: when to come back. */
export interface Throttled {
  kind: "throttled";
  waitUntil: Date;
}

export type PasswordResult = Continued | Throttled | { kind: "wrong" };
export type CodeResult = Continued | Throttled | { kind: "wrong" } | { kind: "used" } | { kind: "expired" };

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
  return finish(request, clientAddress, (tx, _step, account) => spendCode(tx, account, code));
}

/** The second step of a first sign-in: the code that shows that the authenticator app is set up. */
export function enrolSecondFactor(request: Request, code: string, clientAddress: string): Promise<CodeResult> {
  return finish(request, clientAddress, async (tx, step, account) => {
    const sealed = step.pendingTotpSealed;
    if (sealed === null || account.totpSecretSealed !== null) return "expired";
    const used = totpStep(unseal(sealed, account.personId), code, tx.now);
    if (used === null) return "wrong";
    const kept = await tx.db
      .update(accounts)
      .set({ totpSecretSealed: sealed, totpLastStep: used })
      .where(and(eq(accounts.personId, account.personId), isNull(accounts.totpSecretSealed)))
      .returning({ personId: accounts.personId });
    return kept.length === 1 ? "right" : "expired";
  });
}

type Check = (tx: Tx, step: SignInStep, account: Account) => Promise<"right" | "wrong" | "used" | "expired">;

async function finish(request: Request, clientAddress: string, check: Check): Promise<CodeResult> {
  const step = await as(signIn, (tx) => findStep(tx, request));
  if (!step) return { kind: "expired" };
  const tried = await tryCode(step.personId, clientAddress);
  if (tried.waitUntil) return { kind: "throttled", waitUntil: tried.waitUntil };
  const answer = await as(signIn, async (tx) => {
    const account = await findAccount(tx, step.personId);
    if (!account || account.suspendedAt) return "expired";
    const checked = await check(tx, step, account);
    return checked === "right" && !(await endStep(tx, step)) ? "expired" : checked;
  });
  if (answer !== "right") return { kind: answer };
  await tried.giveBack();
  const { setCookie } = await startSession(request, step.personId, "password+totp", true);
  return { kind: "signed-in", setCookies: [setCookie, noStepCookie()] };
}

/** What the page that sets up a second factor shows, or null when signing in has to begin again. */
export async function findEnrolment(request: Request): Promise<{ name: string; secret: string } | null> {
  return as(signIn, async (tx) => {
    const step = await findStep(tx, request);
    const account = step && (await findAccount(tx, step.personId));
    if (!step?.pendingTotpSealed || !account || account.totpSecretSealed !== null) return null;
    return { name: account.name, secret: unseal(step.pendingTotpSealed, step.personId) };
  });
}

/** Whether the browser is between a right password and its code. */
export async function awaitsCode(request: Request): Promise<boolean> {
  return (await as(signIn, (tx) => findStep(tx, request))) !== null;
}
