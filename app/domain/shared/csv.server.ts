import { CsvError, parse } from "csv-parse/sync";
import { Temporal } from "temporal-polyfill";

/** One row of a file, with its place as a spreadsheet counts it: the heading is row 1. */
export interface CsvRow {
  row: number;
  cells: Record<string, string>;
  /** What stands past the columns that row 1 names, if anything does: mostly the rest of an amount whose comma was not in quotes. */
  surplus?: string[];
}

export type CsvRead = { ok: true; rows: CsvRow[] } | { ok: false; problems: string[] };

/**
 * Reads comma-separated text whose first row names its columns, in any order, in capitals or not, with spaces or
 * underscores. Semicolons and tabs separate too, as some spreadsheets save; a line ends with CR, LF or both. Spaces around
 * a cell go; so does the apostrophe that our own files put before what a spreadsheet would take for a formula. Columns
 * named in `ignored` may be there and are passed over.
 */
export function readCsv(text: string, columns: readonly string[], mostRows: number, ignored: readonly string[] = []): CsvRead {
  const read = readRecords(text);
  if (!read.ok) return read;
  const [heading = [], ...rest] = read.records;
  const names = heading.map((name) => name.trim().toLowerCase().replace(/[\s-]+/g, "_"));
  const problems = headingProblems(names, columns, ignored);
  if (problems.length > 0) return { ok: false, problems };
  const places = columns.map((column) => ({ column, at: names.indexOf(column) }));
  const filled: CsvRow[] = [];
  for (const [at, record] of rest.entries()) {
    const cells = Object.fromEntries(places.map(({ column, at: place }) => [column, unquoted(record[place] ?? "").trim()]));
    const surplus = record.filter((cell, place) => !names[place] && cell.trim() !== "");
    const empty = surplus.length === 0 && Object.values(cells).every((cell) => cell === "");
    if (!empty) filled.push({ row: at + 2, cells, ...(surplus.length > 0 ? { surplus } : {}) });
  }
  if (filled.length === 0) return { ok: false, problems: ["The file has no rows under its heading"] };
  if (filled.length > mostRows) return { ok: false, problems: [`The file has ${String(filled.length)} rows; at most ${String(mostRows)} are taken at once. Divide it`] };
  return { ok: true, rows: filled };
}

/** Quotes inside a cell that does not begin with one are taken as they are, as spreadsheets take them. */
function readRecords(text: string): { ok: true; records: string[][] } | { ok: false; problems: string[] } {
  try {
    const records: string[][] = parse(text, {
      bom: true,
      trim: true,
      delimiter: delimiterOf(text),
      record_delimiter: ["\r\n", "\n", "\r"],
      relax_column_count: true,
      relax_quotes: true,
      skip_empty_lines: false,
      skip_records_with_empty_values: false,
    });
    return { ok: true, records };
  } catch (error) {
    return { ok: false, problems: [quoteProblem(error)] };
  }
}

function quoteProblem(error: unknown): string {
  if (!(error instanceof CsvError) || typeof error["records"] !== "number") return "The file is not comma-separated text. Save it from the spreadsheet as CSV";
  const row = String(error["records"] + 1);
  return `${error.code === "CSV_QUOTE_NOT_CLOSED" ? `A double quote that opens in row ${row} is never closed` : `A double quote in row ${row} is in the wrong place`}. Put it right, or save the file from the spreadsheet as CSV again`;
}

/** What separates the cells: whichever of the three is most often in the heading, outside quotes. */
function delimiterOf(text: string): string {
  const heading = (/^[^\r\n]*/.exec(text)?.[0] ?? "").replace(/"[^"]*"/g, "");
  const count = (character: string) => heading.split(character).length;
  return [";", "\t"].reduce((most, each) => (count(each) > count(most) ? each : most), ",");
}

function headingProblems(names: readonly string[], columns: readonly string[], ignored: readonly string[]): string[] {
  const problems: string[] = [];
  const missing = columns.filter((column) => !names.includes(column));
  const unknown = names.filter((name) => name !== "" && !columns.includes(name) && !ignored.includes(name));
  const repeated = columns.filter((column) => names.indexOf(column) !== names.lastIndexOf(column));
  if (missing.length > 0) problems.push(`Row 1 must name these columns: ${columns.join(", ")}. Missing: ${missing.join(", ")}`);
  if (unknown.length > 0) problems.push(`Row 1 names columns that are not known here: ${unknown.join(", ").slice(0, 200)}`);
  if (repeated.length > 0) problems.push(`Row 1 names these columns more than once: ${repeated.join(", ")}. Keep one of each`);
  return problems;
}

/** Comma-separated text that a spreadsheet opens without running anything: what could be a formula has an apostrophe before it. */
export function writeCsv(columns: readonly string[], rows: readonly (readonly string[])[]): string {
  return [columns, ...rows].map((cells) => `${cells.map(quoted).join(",")}\r\n`).join("");
}

/** What a spreadsheet may take for a formula, whether or not it has apostrophes of its own before it: it gets one more. */
const formulaLike = /^'*(?:\s*[=+\-@]|[\t\r])/;

/** A number below nought is no formula, and stays a number. */
function quoted(cell: string): string {
  const inert = formulaLike.test(cell) && !/^-\d+(\.\d+)?$/.test(cell) ? `'${cell}` : cell;
  return /[",\r\n]|^\s|\s$/.test(inert) ? `"${inert.replaceAll('"', '""')}"` : inert;
}

function unquoted(cell: string): string {
  return cell.startsWith("'") && formulaLike.test(cell) ? cell.slice(1) : cell;
}

/** An ISO date from "2026-03-31" or, as spreadsheets write it here, "31/03/2026"; null when it is neither, or no real date. */
export function readCsvDate(cell: string): string | null {
  const [, day = "", month = "", year = ""] = /^(\d{1,2})\/(\d{1,2})\/(\d{4})$/.exec(cell) ?? [];
  const iso = year ? `${year}-${month.padStart(2, "0")}-${day.padStart(2, "0")}` : cell;
  if (!/^(19|20|21)\d{2}-\d{2}-\d{2}$/.test(iso)) return null;
  try {
    return Temporal.PlainDate.from(iso, { overflow: "reject" }).toString();
  } catch {
    return null;
  }
}
