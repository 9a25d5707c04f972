import type { FundingList, Sector } from "../vocabulary.ts";

/** A line of a list as it is on record. `shared` is a part of one payer's amount for several partnerships. */
export interface PresentLine<Values> {
  id: string;
  revision: number;
  shared: boolean;
  values: Values;
}

/** What is wrong with a cell, or with a whole row when `column` is null. Without a fix, what the column holds says it. */
export interface CellProblem {
  column: string | null;
  problem: string;
  fix?: string;
}

/** What a row of cells says, or all that is wrong with it. */
export type Judged<Values> = { ok: true; values: Values } | { ok: false; problems: CellProblem[] };

/** A statutory partner of today: a contributor of that name is it. */
export interface Partner {
  seatId: string;
  name: string;
  sector: Sector;
}

/** How the lines of one list are written as rows of cells, and read from them. Cells are in the order of the list's columns. */
export interface ListDefinition<Values extends object> {
  list: FundingList;
  /** The field of a line that each column holds; the id is not one. */
  fields: Readonly<Record<string, keyof Values>>;
  /** What a signed budget fixes. */
  signedColumns: readonly string[];
  /** What only says what was paid: the figures of the budget do not depend on it. */
  paidColumns: readonly string[];
  toCells(id: string, values: Values): string[];
  /** By the rules of the form and nothing else: what is on record is not asked. */
  judge(cells: readonly string[]): Judged<Values>;
  /**
   * Says who a line is from, given who the partners are and the line that it changes, if it changes one. Without values, of
   * a row that was refused, only what is wrong with that.
   */
  settle(values: Values | null, cells: readonly string[], stored: Values | null, partners: readonly Partner[]): Judged<Values>;
  nameOf(values: Values): string;
  /** What two lines have in common that may be one entered twice. */
  likenessOf(values: Values): string;
}

/** A cell by the name of its column. */
export function cellOf(names: readonly string[], cells: readonly string[], column: string): string {
  return cells[names.indexOf(column)] ?? "";
}

/** Two cells with the same meaning to a spreadsheet: spaces around them and kinds of line ends do not count. */
export function sameCell(one = "", other = ""): boolean {
  return one === other || clean(one) === clean(other);
}

function clean(cell: string): string {
  return cell.replace(/\r\n?/g, "\n").normalize("NFC").trim();
}
