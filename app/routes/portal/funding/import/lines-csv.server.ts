import { bytes, privateCache } from "#app/http/responses.ts";

/** A file of lines for whoever is signed in. It begins with the mark by which spreadsheets know UTF-8. */
export function linesCsv(text: string, filename: string): Response {
  return bytes(`\u{FEFF}${text}`, "text/csv; charset=utf-8", { filename, headers: { "Cache-Control": privateCache } });
}
