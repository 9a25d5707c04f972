import { createCipheriv, createDecipheriv, hkdfSync, randomBytes } from "node:crypto";

import { env } from "#app/env.server.ts";

const version = "v1";

function keyOf(secret: string): Buffer {
  return Buffer.from(hkdfSync("sha256", secret, "", "safeguarding-seal/v1", 32));
}

/**
 * Encrypts a second-factor secret for keeping: AES-256-GCM under APP_SECRET, "v1.nonce.sealed" in base64url.
 * @param owner the person it belongs to: a seal moved to somebody else's account does not open
 */
export function seal(text: string, owner: string, secret = env().APP_SECRET): string {
  const nonce = randomBytes(12);
  const cipher = createCipheriv("aes-256-gcm", keyOf(secret), nonce).setAAD(Buffer.from(owner));
  const sealed = Buffer.concat([cipher.update(text, "utf8"), cipher.final(), cipher.getAuthTag()]);
  return [version, nonce.toString("base64url"), sealed.toString("base64url")].join(".");
}

/** The text that was sealed for this owner. Throws when anything about it is not as it was. */
export function unseal(sealed: string, owner: string, secret = env().APP_SECRET): string {
  const [format, nonce = "", body = ""] = sealed.split(".");
  const bytes = Buffer.from(body, "base64url");
  if (format !== version || bytes.length < 16) throw new Error("not a seal of ours");
  const decipher = createDecipheriv("aes-256-gcm", keyOf(secret), Buffer.from(nonce, "base64url"), { authTagLength: 16 });
  decipher.setAAD(Buffer.from(owner)).setAuthTag(bytes.subarray(-16));
  return Buffer.concat([decipher.update(bytes.subarray(0, -16)), decipher.final()]).toString("utf8");
}
