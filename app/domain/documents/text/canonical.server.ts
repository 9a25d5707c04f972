import canonicalize from "canonicalize";
import { createHash } from "node:crypto";
import type { SignedContent } from "./content.ts";
import { signedContentSchema } from "./content-schema.server.ts";

/** A whole set of arrangements is some 200 kB; this is where reading stops. */
const MAX_BYTES = 8 * 1024 * 1024;

/** Content that may not be signed. The message names places, never the text found there, so that it can be logged. */
export class InvalidContentError extends Error {
  override name = "InvalidContentError";
}

/**
 * The bytes that are hashed and signed: RFC 8785 JSON in UTF-8. Store them and never derive them again.
 * Throws InvalidContentError when the content is not exactly a SignedContent of normalised text.
 */
export function canonicalBytes(content: SignedContent): Uint8Array {
  const json = canonicalize(validate(content));
  if (json === undefined) throw new InvalidContentError("Content cannot be written as JSON");
  return new TextEncoder().encode(json);
}

/** The SHA-256 of the bytes as 64 lower-case hexadecimal digits. */
export function sha256Hex(bytes: Uint8Array): string {
  return createHash("sha256").update(bytes).digest("hex");
}

/**
 * Reads canonical bytes back. Throws InvalidContentError unless the bytes are exactly what canonicalBytes writes:
 * another spelling of the same content (spaces, key order, a key twice) is refused.
 */
export function parseCanonical(bytes: Uint8Array): SignedContent {
  if (bytes.byteLength > MAX_BYTES) throw new InvalidContentError(`More than ${MAX_BYTES} bytes`);
  const content = validate(readJson(bytes));
  if (!Buffer.from(canonicalBytes(content)).equals(bytes)) throw new InvalidContentError("The bytes are not canonical JSON");
  return content;
}

function readJson(bytes: Uint8Array): unknown {
  try {
    return JSON.parse(new TextDecoder("utf-8", { fatal: true, ignoreBOM: true }).decode(bytes));
  } catch {
    // The parser's own message quotes the text.
    throw new InvalidContentError("The bytes are not JSON in UTF-8");
  }
}

function validate(content: unknown): SignedContent {
  const result = signedContentSchema.safeParse(content);
  if (result.success) return result.data;
  const places = result.error.issues.slice(0, 5).map((issue) => `${issue.path.join(".") || "content"}: ${issue.code}`);
  throw new InvalidContentError(`Content is not valid (${places.join("; ")})`);
}
