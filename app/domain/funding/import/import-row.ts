import type { Judged } from "../lists/list-definition.ts";

/** A row of a file as it was read and judged by the rules of the form: what an import keeps until it is taken in. */
export interface ImportRow<Values> {
  /** As a spreadsheet counts it. */
  row: number;
  /** In the order of the list's columns. */
  cells: readonly string[];
  /** What stands past the columns that row 1 names. */
  surplus?: readonly string[];
  judged: Judged<Values>;
}

/** A whole file: its rows as JSON between commas, some hundreds in each text, or what is wrong with the file or its row 1. */
export type FileRead = { ok: true; rows: number; chunks: string[] } | { ok: false; problems: string[] };
