import { parse } from "csv-parse/sync";
import { Temporal } from "temporal-polyfill";

/** One row of a file, with its place as a spreadsheet counts it: the heading is row 1. */
export interface CsvRow {
  row: number;
  cells: Record<string, string>;
}

export type CsvRead = { ok: true; rows: CsvRow[] } | { ok: false; problems: string[] };

/**
 * Reads comma-separated text whose first row names its columns, in any order and in capitals or not. Spaces around a
 * cell go; so does the apostrophe that our own files put before what a spreadsheet would take for a formula.
 */
export function readCsv(text: string, columns: readonly string[], mostRows: number): CsvRead {
  let records: string[][];
  try {
    records = parse(text, { bom: true, trim: true, relax_column_count: true, skip_empty_lines: false, skip_records_with_empty_values: false });
  } catch {
    return { ok: false, problems: ["The file is not comma-separated text. Save it from the spreadsheet as CSV"] };
  }
  const [heading = [], ...rest] = records;
  const names = heading.map((name) => name.toLowerCase());
  const missing = columns.filter((column) => !names.includes(column));
  const unknown = names.filter((name) => name !== "" && !columns.includes(name));
  if (missing.length > 0) return { ok: false, problems: [`Row 1 must name these columns: ${columns.join(", ")}. Missing: ${missing.join(", ")}`] };
  if (unknown.length > 0) return { ok: false, problems: [`Row 1 names columns that are not known here: ${unknown.join(", ").slice(0, 200)}`] };
  const rows = rest.map((cells, at) => ({ row: at + 2, cells: Object.fromEntries(columns.map((column) => [column, unquoted(cells[names.indexOf(column)] ?? "")])) }));
  const filled = rows.filter(({ cells }) => Object.values(cells).some((cell) => cell !== ""));
  if (filled.length === 0) return { ok: false, problems: ["The file has no rows under its heading"] };
  if (filled.length > mostRows) return { ok: false, problems: [`The file has ${String(filled.length)} rows; at most ${String(mostRows)} are taken at once. Divide it`] };
  return { ok: true, rows: filled };
}

/** Comma-separated text that a spreadsheet opens without running anything: what could be a formula has an apostrophe before it. */
export function writeCsv(columns: readonly string[], rows: readonly (readonly string[])[]): string {
  return [columns, ...rows].map((cells) => `${cells.map(quoted).join(",")}\r\n`).join("");
}

function quoted(cell: string): string {
  const inert = /^[=+\-@\t\r]/.test(cell) ? `'${cell}` : cell;
  return /[",\r\n]/.test(inert) ? `"${inert.replaceAll('"', '""')}"` : inert;
}

function unquoted(cell: string): string {
  return /^'[=+\-@]/.test(cell) ? cell.slice(1) : cell;
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
