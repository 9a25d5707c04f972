import { normaliseText } from "#app/domain/documents/text/normalise.server.ts";

import { readRegisterDate } from "./register-date.ts";
import type { CellProblem } from "./register-row.ts";
import type { Cell } from "./row-fate.ts";

const longestName = 200;
const longestCode = 12;
const longestValue = 100;

/** Reads the cells of one row and notes in `problems` what is wrong with them. */
export function rowChecks(cell: Cell) {
  const problems: CellProblem[] = [];

  /** Without `value` nothing of the cell is told: it may name a person. */
  function refuse(column: string, problem: string, fix: string, value = ""): void {
    problems.push({ column, value: value.slice(0, longestValue), problem, fix });
  }

  /** A name that may be published, of 2 to 200 characters. */
  function name(column: string): string {
    const read = normaliseText(oneLine(cell(column)), { singleLine: true, maxLength: longestName });
    if (!read.ok) refuse(column, read.problem, "Put the name right in the file");
    else if (read.text.length < 2) refuse(column, read.text === "" ? "There is no name" : "The name is too short", "Put the name of the body in the cell, or take the row out");
    else if (read.text.includes("\ufffd")) refuse(column, "The name has a character in it that was lost", "Save the file as UTF-8 again from where it comes from");
    return read.ok ? read.text : "";
  }

  /** Words of the register; null where it says in words that it has none. */
  function words(column: string, longest = longestName): string | null {
    const text = oneLine(cell(column));
    if (text.length < 2 || /^not (?:applicable|recorded|known)$|^redacted$/i.test(text)) return null;
    if (text.length > longest) refuse(column, `This is longer than ${String(longest)} characters`, "Shorten it, or look for a double quote that is missing");
    return text;
  }

  function date(column: string): string | null {
    const text = oneLine(cell(column));
    if (text === "") return null;
    const read = readRegisterDate(text);
    if (!read) refuse(column, "This is not a real date", "Write it like 31-08-2026, or leave the cell empty", /^[\d\s./:-]+$/.test(text) ? text : "");
    return read;
  }

  /** A code of letters and digits, without the spaces that it may be written with. */
  function code(column: string, pattern: RegExp, problem: string, fix: string): string | null {
    const text = compact(cell(column));
    if (text === "") return null;
    if (pattern.test(text)) return text;
    refuse(column, problem, fix, text.length <= longestCode ? text : "");
    return null;
  }

  return { problems, refuse, name, words, date, code };
}

export type RowChecks = ReturnType<typeof rowChecks>;

export function oneLine(text: string): string {
  return text.normalize("NFC").replace(/\s+/g, " ").trim();
}

export function compact(text: string): string {
  return text.replace(/\s+/g, "").toUpperCase();
}
