/** One line of "URN, e-mail" as somebody pasted it. */
export interface AddressLine {
  line: number;
  /** URN, charity number or organisation code. */
  number: string;
  email: string;
}

export interface LineError {
  line: number;
  problem: string;
}

/** Most lines that are taken at once: every school of the largest area, and more. */
export const mostAddressLines = 2_000;

/**
 * Reads lines of a number and an e-mail address with a comma, a semicolon, a tab or spaces between them, as a spreadsheet
 * pastes them; empty lines and a heading are passed over. @param isEmail whether this is an address in full
 */
export function readAddressLines(text: string, isEmail: (address: string) => boolean): { lines: AddressLine[]; errors: LineError[] } {
  const lines: AddressLine[] = [];
  const errors: LineError[] = [];
  const seen = new Map<string, number>();
  for (const [at, whole] of text.split(/\r\n|\r|\n/).entries()) {
    const line = at + 1;
    const [number = "", email = "", ...more] = whole.split(/[,;\t]|\s+/).map((part) => part.trim().replace(/^"(.*)"$/, "$1")).filter((part) => part !== "");
    if (number === "" || (lines.length === 0 && errors.length === 0 && isHeading(number, email))) continue;
    const known = number.toUpperCase();
    const problem = problemOf({ number: known, email, more }, seen.get(known), isEmail);
    if (problem) errors.push({ line, problem });
    else {
      seen.set(known, line);
      lines.push({ line, number: known, email });
    }
  }
  return { lines, errors };
}

function isHeading(number: string, email: string): boolean {
  return !/\d/.test(number) && !email.includes("@");
}

function problemOf({ number, email, more }: { number: string; email: string; more: string[] }, first: number | undefined, isEmail: (address: string) => boolean): string | null {
  if (email === "") return "There is no e-mail address after the number";
  if (more.length > 0) return "There is more in the line than a number and an e-mail address";
  if (!/^[A-Z0-9-]{3,12}$/.test(number)) return "It must begin with a URN, a charity number or an organisation code, like 123456";
  if (!isEmail(email)) return "That is not an e-mail address in full, like office@school.example";
  return first === undefined ? null : `Line ${String(first)} has this number already`;
}
