import { eq, lte } from "drizzle-orm";

import type { Tx } from "#db/client.server.ts";
import { signInSteps } from "#db/schema/index.ts";

import { hostCookie, hostCookieName, readCookie } from "./cookies.server.ts";
import { seal } from "./seal.server.ts";
import { newTotpSecret } from "./totp.server.ts";
import { isToken, newToken, sha256Hex } from "./tokens.server.ts";

/** Between a right password and a right code. It opens nothing but the next page of signing in. */
export type SignInStep = typeof signInSteps.$inferSelect;

/** Entering a code takes seconds; setting up an authenticator app for the first time takes a while. */
const minutes = { code: 5, enrol: 20 } as const;

const cookieName = () => hostCookieName("sign-in");

/**
 * Begins the step. One that sets up a second factor keeps the secret it proposes, so that the page can be opened again.
 * It takes the place of a second factor that is there only with `replaces` (its owner entered everything again) or with
 * a reset that two people agreed to.
 */
export async function beginStep(
  tx: Tx,
  personId: string,
  purpose: keyof typeof minutes,
  { replaces = false, factorResetId = null }: { replaces?: boolean; factorResetId?: string | null } = {},
): Promise<{ setCookie: string }> {
  const token = newToken();
  const seconds = minutes[purpose] * 60;
  await tx.db.delete(signInSteps).where(lte(signInSteps.expiresAt, tx.now));
  await tx.db.insert(signInSteps).values({
    id: sha256Hex(token),
    personId,
    pendingTotpSealed: purpose === "enrol" ? seal(newTotpSecret(), personId) : null,
    expiresAt: new Date(tx.now.getTime() + seconds * 1_000),
    replaces,
    factorResetId,
  });
  return { setCookie: hostCookie(cookieName(), token, seconds) };
}

/** The step the browser is at, unless it took too long. */
export async function findStep(tx: Tx, request: Request): Promise<SignInStep | null> {
  const token = readCookie(request, cookieName());
  if (!isToken(token)) return null;
  const [row] = await tx.db.select().from(signInSteps).where(eq(signInSteps.id, sha256Hex(token)));
  return row && row.expiresAt > tx.now ? row : null;
}

/** Ends the step: true for exactly one of several that try. */
export async function endStep(tx: Tx, step: SignInStep): Promise<boolean> {
  const ended = await tx.db.delete(signInSteps).where(eq(signInSteps.id, step.id)).returning({ id: signInSteps.id });
  return ended.length === 1;
}

/** The Set-Cookie header that takes the step's cookie away. */
export function noStepCookie(): string {
  return hostCookie(cookieName(), "", 0);
}
