import { refused } from "#app/http/responses.ts";

import type { FormValues } from "./form-values.ts";

export { errorsOf, fieldErrors, joinErrors, oneError, type FormErrors } from "./field-errors.ts";
export * from "./form-values.ts";

/** More fields than any form of ours has: one that looks through 100 sections has about 300. */
const mostFields = 400;

/**
 * Reads a submitted form as text. Throws a 4xx response for what no form of ours sends: a file, more than 400
 * fields, a NUL, bytes that are not UTF-8 (an unpaired surrogate cannot be), or another content type.
 * Text arrives as NFC with LF line ends, so that the same words always make the same bytes.
 *
 * The pattern of an action, which keeps everything typed when the form comes back:
 *
 *     const values = await readForm(request);
 *     const input = titleForm.safeParse(toObject(values));            // schema from app/domain/<area>/forms.server.ts
 *     if (!input.success) return data({ values: withoutSecrets(values), errors: fieldErrors(input.error) }, { status: 422 });
 *     const outcome = await renameSection(actor, input.data);
 *     if (!outcome.ok) return data({ values: withoutSecrets(values), errors: oneError(wordingOf[outcome.refusal], "title") }, { status: 409 });
 *     return redirectWithFlash(request, "/portal/…", { text: "Section renamed" });
 *
 * The page then passes `errors.summary` to `<ErrorSummary>`, `errors.fields.title` and `typedOr(values, "title", stored)`
 * to the field, and `hasErrors` to `pageMeta`.
 */
export async function readForm(request: Request): Promise<FormValues> {
  const entries = await readEntries(request);
  if (entries.length > mostFields) throw refused(413, { message: "The form has more fields than we accept." });
  const values = new Map<string, string[]>();
  for (const [name, value] of entries) {
    if (typeof value !== "string") throw unreadable("Files cannot be sent here.");
    if (`${name}${value}`.includes("\0")) throw unreadable("The text holds a character that cannot be stored.");
    const clean = value.replace(/\r\n?/g, "\n").normalize("NFC");
    values.set(name, [...(values.get(name) ?? []), clean]);
  }
  return Object.fromEntries(values);
}

type Entry = readonly [name: string, value: string | File];

async function readEntries(request: Request): Promise<Entry[]> {
  const contentType = request.headers.get("Content-Type") ?? "";
  const kind = contentType.split(";")[0]?.trim().toLowerCase();
  if (kind !== "application/x-www-form-urlencoded" && kind !== "multipart/form-data") throw refused(415);
  const bytes = new Uint8Array(await request.arrayBuffer());
  const body = decodeStrictly(bytes);
  if (kind === "application/x-www-form-urlencoded") return body === "" ? [] : body.split("&").map(readPair);
  try {
    return [...(await new Response(bytes, { headers: { "Content-Type": contentType } }).formData()).entries()];
  } catch {
    throw unreadable();
  }
}

/** Percent-decoding that refuses invalid UTF-8, which URLSearchParams would silently replace. */
function readPair(pair: string): Entry {
  const [name = "", ...rest] = pair.replaceAll("+", " ").split("=");
  try {
    return [decodeURIComponent(name), decodeURIComponent(rest.join("="))];
  } catch {
    throw unreadable();
  }
}

function decodeStrictly(bytes: Uint8Array): string {
  try {
    return new TextDecoder("utf-8", { fatal: true, ignoreBOM: true }).decode(bytes);
  } catch {
    throw unreadable();
  }
}

function unreadable(message?: string): Response {
  return refused(400, message ? { message } : {});
}
