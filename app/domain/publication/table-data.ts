import { notApplicable, notProvided } from "#app/domain/funding/vocabulary.ts";
import { showPercentChange, showShare } from "#app/domain/funding/rules.ts";
import { showDate } from "#app/domain/shared/dates.ts";
import { showMoney, writeMoney } from "#app/domain/shared/money.ts";

/** A table that a page shows and files beside it hold, row by row. Client-safe. */
export interface FundingTable {
  name: string;
  title: string;
  columns: readonly FundingColumn[];
  rows: readonly { key: string; cells: Readonly<Record<string, Cell>> }[];
  /** The sum of the rows, where they have one; the last row of the page and of the files. */
  total: Readonly<Record<string, Cell>> | null;
}

export interface FundingColumn {
  /** In the files. */
  name: string;
  /** On the page. */
  label: string;
  /** Money is pence here, pounds with two decimals in CSV, pence in JSON; a percentage is tenths here. */
  format: "text" | "money" | "percent" | "date";
  description: string;
}

/** A value, or why there is none: not provided, not applicable, not valued. */
export interface Cell {
  value: string | number | null;
  none?: string;
}

export const text = (value: string, none?: string): Cell => (value === "" ? { value: null, none: none ?? "" } : { value });
export const money = (pence: number | null, none = notProvided): Cell => (pence === null ? { value: null, none } : { value: pence });
export const percent = (tenths: number | null, none = notApplicable): Cell => (tenths === null ? { value: null, none } : { value: tenths });
export const yesNo = (value: boolean): Cell => ({ value: value ? "yes" : "no" });

/** The rows of a table with its total, as page and files have them. */
export function allRows({ rows, total }: FundingTable): { key: string; cells: Readonly<Record<string, Cell>> }[] {
  return total ? [...rows, { key: "total", cells: total }] : [...rows];
}

/** A cell as a reader sees it. A column of changes has a sign before it. */
export function showCell(column: FundingColumn, cell: Cell | undefined): string {
  if (cell?.value === undefined || cell.value === null) return cell?.none ?? "";
  if (typeof cell.value === "string") return column.format === "date" ? showDate(cell.value) : cell.value;
  if (column.format === "money") return showMoney(cell.value);
  return column.name === "change" ? showPercentChange(cell.value) : showShare(cell.value);
}

/** The table for spreadsheets: names of columns, then every row. */
export function tableCells(table: FundingTable): { columns: string[]; rows: string[][] } {
  return { columns: table.columns.map((column) => column.name), rows: allRows(table).map(({ cells }) => table.columns.map((column) => writeCell(column, cells[column.name]))) };
}

function writeCell({ format }: FundingColumn, cell: Cell | undefined): string {
  if (cell?.value === undefined || cell.value === null) return cell?.none ?? "";
  if (typeof cell.value === "string") return cell.value;
  return format === "money" ? writeMoney(cell.value) : (cell.value / 10).toFixed(1);
}

/** The table for programs: money in pence under a name that says so; what has no value is null, with the reason in `missing`. */
export function tableData(table: FundingTable): Record<string, unknown>[] {
  return allRows(table).map(({ key, cells }) => {
    const missing = Object.fromEntries(table.columns.flatMap(({ name }) => (cells[name]?.value === null && cells[name].none ? [[jsonName(name), cells[name].none]] : [])));
    const values = table.columns.map((column) => [jsonName(column.name) + (column.format === "money" ? "Pence" : column.format === "percent" ? "Percent" : ""), jsonValue(column, cells[column.name])]);
    return { id: key, ...Object.fromEntries(values), ...(Object.keys(missing).length > 0 ? { missing } : {}) };
  });
}

function jsonName(name: string): string {
  return name.replace(/_(\w)/g, (_written, letter: string) => letter.toUpperCase());
}

function jsonValue({ format }: FundingColumn, cell: Cell | undefined): string | number | null {
  const value = cell?.value ?? null;
  return format === "percent" && typeof value === "number" ? value / 10 : value;
}
