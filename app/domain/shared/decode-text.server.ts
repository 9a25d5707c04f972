/**
 * Text of a file as spreadsheets save it, as NFC: UTF-8 or UTF-16 with a byte order mark, UTF-8 without one, or else
 * Windows-1252. Null when it is no text.
 */
export function decodeText(bytes: Uint8Array): string | null {
  try {
    const text = new TextDecoder(wideEncoding(bytes) ?? "utf-8", { fatal: true }).decode(bytes);
    return text.includes("\0") ? null : text.normalize("NFC");
  } catch {
    if (wideEncoding(bytes) !== null || bytes.includes(0)) return null;
    return new TextDecoder("windows-1252").decode(bytes).normalize("NFC");
  }
}

function wideEncoding([first, second]: Uint8Array): "utf-16le" | "utf-16be" | null {
  if (first === 0xff && second === 0xfe) return "utf-16le";
  return first === 0xfe && second === 0xff ? "utf-16be" : null;
}
