import { createHash } from "node:crypto";

import { publicCache } from "#app/http/responses.ts";

/** A strong validator: a quoted prefix of the SHA-256 of exactly these bytes. */
export function strongEtag(body: string | Uint8Array): string {
  return `"${createHash("sha256").update(body).digest("base64url").slice(0, 32)}"`;
}

/** The same validator for bytes whose SHA-256, in hexadecimal, is known without reading them. */
export function etagOfSha256(sha256: string): string {
  return `"${Buffer.from(sha256, "hex").toString("base64url").slice(0, 32)}"`;
}

/** Whether a client that sent this If-None-Match already has the bytes that `etag` names (RFC 9110, 13.1.2: compared weakly). */
export function alreadyHas(ifNoneMatch: string | null, etag: string): boolean {
  if (!ifNoneMatch) return false;
  const opaque = (tag: string) => tag.trim().replace(/^W\//, "");
  return ifNoneMatch.trim() === "*" || ifNoneMatch.split(",").some((tag) => opaque(tag) === opaque(etag));
}

/** The body with its ETag, or 304 without it when the client has it already. Cached as public unless `headers` says otherwise. */
export function respondWithEtag(request: Request, body: string | Uint8Array, headers: HeadersInit): Response {
  const sent = new Headers(headers);
  const etag = sent.get("ETag") ?? strongEtag(body);
  sent.set("ETag", etag);
  if (!sent.has("Cache-Control")) sent.set("Cache-Control", publicCache);
  if (alreadyHas(request.headers.get("If-None-Match"), etag)) {
    sent.delete("Content-Type");
    sent.delete("Content-Disposition");
    return new Response(null, { status: 304, headers: sent });
  }
  return new Response(typeof body === "string" ? body : new Uint8Array(body), { headers: sent });
}
