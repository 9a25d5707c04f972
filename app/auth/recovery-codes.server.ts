import { createHmac, hkdfSync, randomInt } from "node:crypto";

import { and, count, eq, isNull } from "drizzle-orm";

import type { Tx } from "#db/client.server.ts";
import { recoveryCodes } from "#db/schema/index.ts";
import { env } from "#app/env.server.ts";

export const recoveryCodeCount = 10;

/** Figures and letters that are not taken for one another on paper (Crockford's base32). */
const alphabet = "0123456789ABCDEFGHJKMNPQRSTVWXYZ";

/** Ten codes of 60 random bits, "7KQ2-M9XD-0TRW". */
export function newRecoveryCodes(): string[] {
  const group = () => Array.from({ length: 4 }, () => alphabet[randomInt(alphabet.length)]).join("");
  return Array.from({ length: recoveryCodeCount }, () => [group(), group(), group()].join("-"));
}

/** What somebody typed from paper, as it was made, whatever its case and separators, with O for nought, I or L for one. Null when it cannot be a code. */
export function readRecoveryCode(typed: string): string | null {
  const plain = typed.toUpperCase().replaceAll(/[\s.·–—-]/g, "").replaceAll("O", "0").replaceAll(/[IL]/g, "1");
  return /^[0-9A-HJKMNP-TV-Z]{12}$/.test(plain) ? plain : null;
}

/** What is kept of a code: an HMAC bound to its owner, under a key that is not in the database. */
export function recoveryCodeHmac(personId: string, code: string, secret = env().APP_SECRET): string {
  const key = Buffer.from(hkdfSync("sha256", secret, "", "safeguarding-recovery/v1", 32));
  return createHmac("sha256", key).update(`${personId}:${readRecoveryCode(code) ?? ""}`).digest("hex");
}

/** Makes ten codes in the place of any there were. They are told once: nothing here can tell them again. */
export async function replaceRecoveryCodes(tx: Tx, personId: string): Promise<string[]> {
  const codes = newRecoveryCodes();
  await tx.db.delete(recoveryCodes).where(eq(recoveryCodes.personId, personId));
  await tx.db.insert(recoveryCodes).values(codes.map((code) => ({ personId, codeHmac: recoveryCodeHmac(personId, code), createdAt: tx.now })));
  return codes;
}

/** Uses a code up: true for exactly one of several at once. */
export async function spendRecoveryCode(tx: Tx, personId: string, typed: string): Promise<boolean> {
  if (readRecoveryCode(typed) === null) return false;
  const spent = await tx.db
    .update(recoveryCodes)
    .set({ usedAt: tx.now })
    .where(and(eq(recoveryCodes.personId, personId), eq(recoveryCodes.codeHmac, recoveryCodeHmac(personId, typed)), isNull(recoveryCodes.usedAt)))
    .returning({ personId: recoveryCodes.personId });
  return spent.length === 1;
}

/** How many codes a person has not used yet. */
export async function countRecoveryCodes(tx: Tx, personId: string): Promise<number> {
  const [row] = await tx.db.select({ left: count() }).from(recoveryCodes).where(and(eq(recoveryCodes.personId, personId), isNull(recoveryCodes.usedAt)));
  return row?.left ?? 0;
}
