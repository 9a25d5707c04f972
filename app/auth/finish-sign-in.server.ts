import { as, type Tx } from "#db/client.server.ts";

import { type Account, findAccount } from "./accounts.server.ts";
import { startSession } from "./session.server.ts";
import type { Continued, Throttled } from "./sign-in.server.ts";
import { endStep, findStep, noStepCookie, type SignInStep } from "./sign-in-step.server.ts";
import { tryCode } from "./throttle.server.ts";

const signIn = { kind: "sign-in" } as const;

export type CodeResult = Continued | Throttled | { kind: "wrong" } | { kind: "used" } | { kind: "expired" };

export interface SecondStep {
  /** Whether what was entered counts as a confirmation of identity. */
  confirmed: boolean;
  /** Looks at what was entered, and uses it up, in the transaction that ends the step. */
  check: (tx: Tx, step: SignInStep, account: Account) => Promise<"right" | "wrong" | "used" | "expired">;
}

/** Checks the second factor of the step that the browser is at and opens a session, once. Tries are counted per person and address. */
export async function finishSignIn(request: Request, clientAddress: string, { confirmed, check }: SecondStep): Promise<CodeResult> {
  const step = await as(signIn, (tx) => findStep(tx, request));
  if (!step) return { kind: "expired" };
  const tried = await tryCode(step.personId, clientAddress);
  if (tried.waitUntil) return { kind: "throttled", waitUntil: tried.waitUntil };
  const answer = await as(signIn, async (tx) => {
    const account = await findAccount(tx, step.personId);
    if (!account || account.suspendedAt || !(await endStep(tx, step))) return "expired";
    const checked = await check(tx, step, account);
    if (checked !== "right") throw new NotRight(checked);
    return checked;
  }).catch((error: unknown) => {
    if (error instanceof NotRight) return error.answer;
    throw error;
  });
  if (answer !== "right") return { kind: answer };
  await tried.giveBack();
  const { setCookie } = await startSession(request, step.personId, "password+totp", confirmed);
  return { kind: "signed-in", setCookies: [setCookie, noStepCookie()] };
}

/** Rolls back what was written: a code that did not lead anywhere is not used up, and the step goes on. */
class NotRight extends Error {
  constructor(readonly answer: "wrong" | "used" | "expired") {
    super(answer);
  }
}
