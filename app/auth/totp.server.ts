import { Secret, TOTP } from "otpauth";

import { productName } from "#app/http/page-meta.ts";

/** Time-based codes (RFC 6238) as every authenticator app makes them: SHA-1, six figures, thirty seconds. */
const periodSeconds = 30;

function totp(secret: string, label = ""): TOTP {
  return new TOTP({ issuer: productName, label, algorithm: "SHA1", digits: 6, period: periodSeconds, secret: Secret.fromBase32(secret) });
}

/** A new secret of 160 bits, in 32 letters and figures of base32. */
export function newTotpSecret(): string {
  return new Secret({ size: 20 }).base32;
}

/** The address that sets up an authenticator app. Names the person, not their e-mail address. */
export function totpAddress(secret: string, name: string): string {
  return totp(secret, name).toString();
}

/** The code as a phone would show it at that moment: for tests and for the first administrator's terminal. */
export function totpCode(secret: string, at: Date): string {
  return totp(secret).generate({ timestamp: at.getTime() });
}

/** Which thirty seconds since 1970 this code belongs to: now, or one before or after for a clock that is off. Null when none. */
export function totpStep(secret: string, code: string, now: Date): number | null {
  const digits = code.replaceAll(/[\s-]/g, "");
  if (!/^\d{6}$/.test(digits)) return null;
  const delta = totp(secret).validate({ token: digits, timestamp: now.getTime(), window: 1 });
  return delta === null ? null : Math.floor(now.getTime() / 1_000 / periodSeconds) + delta;
}
