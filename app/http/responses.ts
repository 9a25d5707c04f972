import type { Refusal } from "#app/http/refusal.ts";
import { safeRedirect } from "#app/http/safe-redirect.ts";

/** May be stored by anyone, but is asked about each time, so that a page taken down is gone at once. */
export const publicCache = "public, no-cache";

/** Never stored: pages and files that someone signed in to see. */
export const privateCache = "private, no-store";

/**
 * A refusal to throw from a loader or an action. The error page shows its words; without any it says what the
 * status usually means. On a resource route the same words go out as JSON.
 */
export function refused(status: number, refusal: Refusal = {}): Response {
  return new Response(JSON.stringify(refusal), { status, headers: { "Content-Type": "application/json; charset=utf-8", "Cache-Control": privateCache } });
}

/** Not there and not yours: the same answer to both, so that nobody learns which. */
export function notFound(): Response {
  return refused(404);
}

/** JSON for a resource route; not indented, since a reader's tools do that. */
export function json(data: unknown, init: ResponseInit = {}): Response {
  return new Response(`${JSON.stringify(data)}\n`, withType(init, "application/json; charset=utf-8"));
}

/** A file. With `filename` the browser saves it under that name; the name must be plain ASCII. */
export function bytes(body: Uint8Array | string, contentType: string, { filename, ...init }: ResponseInit & { filename?: string } = {}): Response {
  const response = new Response(typeof body === "string" ? body : new Uint8Array(body), withType(init, contentType));
  if (filename) response.headers.set("Content-Disposition", `attachment; filename="${filename.replace(/[^\w.-]/g, "-")}"`);
  return response;
}

/** Sends the browser to a path of this site with GET (303), as after every form that did something. */
export function redirectTo(path: string, headers?: HeadersInit): Response {
  const sent = new Headers(headers);
  sent.set("Location", safeRedirect(path));
  return new Response(null, { status: 303, headers: sent });
}

function withType(init: ResponseInit, contentType: string): ResponseInit {
  const headers = new Headers(init.headers);
  if (!headers.has("Content-Type")) headers.set("Content-Type", contentType);
  return { ...init, headers };
}
