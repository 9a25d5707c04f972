import { and, eq, isNotNull, isNull, sql } from "drizzle-orm";

import { notify } from "#app/domain/notifications/notify.server.ts";
import { as, type Tx } from "#db/client.server.ts";
import { accounts, sessions } from "#db/schema/index.ts";

import { type Account, findAccount } from "./accounts.server.ts";
import { audienceOf, tellOfFactorReset } from "./factor-reset.server.ts";
import { type CodeResult, finishSignIn } from "./finish-sign-in.server.ts";
import { replaceRecoveryCodes } from "./recovery-codes.server.ts";
import { unseal } from "./seal.server.ts";
import { codesCookie } from "./shown-once.server.ts";
import { findStep, type SignInStep } from "./sign-in-step.server.ts";
import { totpStep } from "./totp.server.ts";

const signIn = { kind: "sign-in" } as const;

/**
 * The code that shows that the authenticator app is set up: at a first sign-in, in the place of an app whose owner
 * entered everything again, or after a reset by two people. Ten new recovery codes travel with the reply, to be shown
 * once. Where there was a second factor before, every other session ends and the owner is told.
 */
export async function enrolSecondFactor(request: Request, code: string, clientAddress: string): Promise<CodeResult> {
  let cookie = "";
  const result = await finishSignIn(request, clientAddress, {
    confirmed: true,
    check: async (tx, step, account) => {
      if (step.pendingTotpSealed === null) return "expired";
      const used = totpStep(unseal(step.pendingTotpSealed, account.personId), code, tx.now);
      if (used === null) return "wrong";
      if (!(await keep(tx, step, account, used))) return "expired";
      cookie = codesCookie(account.personId, await replaceRecoveryCodes(tx, account.personId));
      return "right";
    },
  });
  return result.kind === "signed-in" ? { ...result, setCookies: [...result.setCookies, cookie] } : result;
}

/** Puts the new secret in its place, if this step still may. */
async function keep(tx: Tx, step: SignInStep, { personId, name }: Account, used: number): Promise<boolean> {
  const sealed = step.pendingTotpSealed ?? "";
  if (step.factorResetId) {
    const audience = await audienceOf(tx, personId);
    const [row] = await tx.db.execute<{ done: boolean }>(sql`select access.complete_factor_reset(${step.factorResetId}::uuid, ${sealed}, ${used}::bigint) as done`);
    if (!row?.done) return false;
    await tellOfFactorReset(tx, { step: "completed", personId, name, by: name }, audience);
    return true;
  }
  const which = step.replaces ? isNotNull(accounts.totpSecretSealed) : isNull(accounts.totpSecretSealed);
  const kept = await tx.db
    .update(accounts)
    .set({ totpSecretSealed: sealed, totpLastStep: used })
    .where(and(eq(accounts.personId, personId), which))
    .returning({ personId: accounts.personId });
  if (kept.length !== 1) return false;
  if (step.replaces) {
    await tx.db.delete(sessions).where(eq(sessions.personId, personId));
    await notify(tx, { kind: "authenticator-changed", partnershipId: null, at: tx.now.toISOString() }, [personId]);
  }
  return true;
}

/** What the page that sets up a second factor shows, or null when signing in has to begin again. */
export async function findEnrolment(request: Request): Promise<{ name: string; secret: string } | null> {
  return as(signIn, async (tx) => {
    const step = await findStep(tx, request);
    const account = step && (await findAccount(tx, step.personId));
    if (!step?.pendingTotpSealed || !account) return null;
    if (account.totpSecretSealed !== null && !step.replaces && !step.factorResetId) return null;
    return { name: account.name, secret: unseal(step.pendingTotpSealed, step.personId) };
  });
}
