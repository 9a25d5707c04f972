import { alreadyHas, etagOfSha256, respondWithEtag } from "#app/http/etag.server.ts";
import { publicCache } from "#app/http/responses.ts";

/** Open data may be read by any site's scripts; it holds nothing that depends on who asks. */
const open = { "Access-Control-Allow-Origin": "*", "Access-Control-Expose-Headers": "ETag" };

/** Public JSON with its ETag, or 304. Text is sent as it is, anything else is written as JSON. */
export function openJson(request: Request, value: unknown, status = 200): Response {
  const body = typeof value === "string" ? value : `${JSON.stringify(value)}\n`;
  const headers = { ...open, "Content-Type": "application/json; charset=utf-8", "Cache-Control": publicCache };
  return status === 200 ? respondWithEtag(request, body, headers) : new Response(body, { status, headers });
}

/** A public table for spreadsheets with its ETag, or 304; it begins with the mark by which they know UTF-8. */
export function openCsv(request: Request, body: string, filename: string): Response {
  const headers = { ...open, "Content-Type": "text/csv; charset=utf-8", "Content-Disposition": `attachment; filename="${filename}"`, "Cache-Control": publicCache };
  return respondWithEtag(request, `\u{FEFF}${body}`, headers);
}

/** What an address of data answers when there is nothing: the status and a sentence. */
export function openJsonError(request: Request, status: 400 | 404 | 410, error: string): Response {
  return openJson(request, { error }, status);
}

export interface StoredFile {
  sha256: string;
  type: string;
  filename: string;
  /** Shown in the browser, or saved at once. */
  disposition: "inline" | "attachment";
}

/** Stored bytes under their known hash: a client that has them costs no read. `bytes` answers null when they are gone. */
export async function storedFile(request: Request, { sha256, type, filename, disposition }: StoredFile, bytes: () => Promise<Uint8Array | null | undefined>): Promise<Response> {
  const etag = etagOfSha256(sha256);
  const headers = new Headers({ ...open, ETag: etag, "Cache-Control": publicCache });
  if (alreadyHas(request.headers.get("If-None-Match"), etag)) return new Response(null, { status: 304, headers });
  const body = await bytes();
  if (!body) return openJsonError(request, 404, "There is nothing at this address.");
  headers.set("Content-Type", type);
  headers.set("Content-Disposition", `${disposition}; filename="${filename}"`);
  return new Response(new Uint8Array(body), { headers });
}
