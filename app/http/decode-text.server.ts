/** Text of a file as spreadsheets save it, UTF-8 or else Windows-1252, as NFC; null when it is no text. */
export function decodeText(bytes: Uint8Array): string | null {
  if (bytes.includes(0)) return null;
  try {
    return new TextDecoder("utf-8", { fatal: true }).decode(bytes).normalize("NFC");
  } catch {
    return new TextDecoder("windows-1252").decode(bytes).normalize("NFC");
  }
}
