const SPACES = /[\t\u00a0\u2000-\u200a\u202f\u205f\u3000]/g;
const DASHES = /[\u00ad\u2010-\u2015\u2212\ufe58\ufe63\uff0d]/g;
const WIDE_DIGITS = /[\uff10-\uff19]/g;
/** A long run of hexadecimal digits, or a UUID: a hash or a record's id, never an identifier of a person. */
const MACHINE_WORDS = /\b(?:[0-9a-f]{8}-[0-9a-f]{4}-[0-9a-f]{4}-[0-9a-f]{4}-[0-9a-f]{12}|[0-9a-f]{20,})\b/gi;

/**
 * The text with look-alike characters made plain, every index unchanged: no-break and thin spaces, all dashes, full-width
 * digits, Markdown's marks for bold and italic. Hashes and UUIDs are blanked out.
 */
export function fold(text: string): string {
  return text
    .replace(SPACES, " ")
    .replace(DASHES, "-")
    .replace(WIDE_DIGITS, (digit) => String.fromCharCode(digit.charCodeAt(0) - 0xfee0))
    .replace(/[*_\\]/g, " ")
    .replace(MACHINE_WORDS, (word) => "§".repeat(word.length));
}
