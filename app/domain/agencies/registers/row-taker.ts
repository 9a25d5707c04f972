import { mostRegisterErrors, mostRegisterRows } from "./vocabulary.ts";
import type { CellProblem, RefusedRow, RegisterCounts, RegisterRow, RowError } from "./register-row.ts";
import type { Cell, Key, RowFate, RowReader, Wanted } from "./row-fate.ts";

/** More rows would be kept than an import may have. */
export class TooManyRows extends Error {}

/** Takes the rows of a register one after another, keeps those that are wanted and counts the others. */
export function rowTaker(read: RowReader, wanted: Wanted) {
  const counts: RegisterCounts = { rows: 0, outsideArea: 0, notOpen: 0, skipped: 0, duplicates: 0, errors: 0 };
  const rows: RegisterRow[] = [];
  const errors: RowError[] = [];
  const refusedRows: RefusedRow[] = [];
  const firstRows = new Map<string, number>();

  function refuse(row: number, problems: readonly CellProblem[]): void {
    counts.errors += 1;
    for (const problem of problems) if (errors.length < mostRegisterErrors) errors.push({ row, ...problem });
  }

  /** The row that has one of these numbers already; otherwise they are this row's. */
  function repeated(keys: readonly Key[], row: number): (Key & { first: number }) | null {
    const names = keys.map((key) => ({ ...key, name: `${key.column}:${key.value}` }));
    const found = names.find(({ name }) => firstRows.has(name));
    if (found) return { ...found, first: firstRows.get(found.name) ?? row };
    for (const { name } of names) firstRows.set(name, row);
    return null;
  }

  /** `uneven` says what is wrong with the number of cells, which may then be under the wrong columns. */
  function take(row: number, cell: Cell, uneven: string | null): void {
    counts.rows += 1;
    const fate = read(cell, wanted);
    const isWanted = fate.fate === "kept" || fate.fate === "not-open" || fate.fate === "refused";
    if (uneven !== null && isWanted) refuse(row, [{ column: null, value: "", problem: uneven, fix: "Look for a comma or a double quote that is missing or too many in the row or the row above" }]);
    else settle(row, fate);
  }

  function settle(row: number, fate: RowFate): void {
    if (fate.fate === "refused") {
      if (fate.cells && refusedRows.length < mostRegisterRows) refusedRows.push({ row, cells: fate.cells });
      return refuse(row, fate.problems);
    }
    const double = repeated(fate.keys ?? [], row);
    if (fate.fate === "outside-area") counts.outsideArea += 1;
    else if (fate.fate === "skipped") counts.skipped += 1;
    else if (double) {
      if (fate.fate === "kept" && fate.row.own) refusedRows.push({ row, cells: fate.row.own.cells });
      refuseDouble(row, double);
    }
    else if (fate.fate === "not-open") counts.notOpen += 1;
    else keep({ row, ...fate.row });
  }

  function refuseDouble(row: number, { column, value, first }: Key & { first: number }): void {
    counts.duplicates += 1;
    refuse(row, [{ column, value, problem: `Row ${String(first)} has this number already`, fix: `Take row ${String(first)} or row ${String(row)} out of the file` }]);
  }

  function keep(row: RegisterRow): void {
    if (rows.length === mostRegisterRows) throw new TooManyRows();
    rows.push(row);
  }

  return { take, counts, rows, errors, refusedRows };
}
