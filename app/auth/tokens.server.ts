import { createHash, randomBytes } from "node:crypto";

/** A secret that opens something: 256 random bits as 43 characters of base64url. Only its hash is stored. */
export function newToken(): string {
  return randomBytes(32).toString("base64url");
}

/** Whether the text could be a token of ours at all: anything else is not worth a query. */
export function isToken(value: string | null | undefined): value is string {
  return typeof value === "string" && /^[\w-]{43}$/.test(value);
}

/** What the database knows of a token, or of a throttle's key: SHA-256, 64 hexadecimal digits. */
export function sha256Hex(value: string): string {
  return createHash("sha256").update(value).digest("hex");
}
