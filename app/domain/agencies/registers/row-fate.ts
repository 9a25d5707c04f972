import type { AreaFinder } from "./area-finder.ts";
import type { CellProblem, RegisterKeep, RegisterRow } from "./register-row.ts";

/** What a cell says, by its column; nothing where an optional column is not there. */
export type Cell = (column: string) => string;

/** A number that no second row may have. */
export interface Key {
  column: string;
  value: string;
}

/** What is to become of one row of a register. With keys where another row of the same body would be an error. */
export type RowFate =
  | { fate: "kept"; row: Omit<RegisterRow, "row">; keys: Key[] }
  | { fate: "not-open"; keys?: Key[] }
  | { fate: "outside-area"; keys?: Key[] }
  | { fate: "skipped"; keys?: Key[] }
  /** With the cells where the file is the partnership’s own, who gets them back with what is wrong. */
  | { fate: "refused"; problems: CellProblem[]; cells?: string[] };

/** What is asked of a register, ready to be looked up for each row. */
export interface Wanted {
  areaOf: AreaFinder;
  known: ReadonlySet<string>;
  asked: ReadonlySet<string>;
  categories: NonNullable<RegisterKeep["categories"]>;
  /** Optional columns that the file does not have. */
  absent: ReadonlySet<string>;
}

/** Decides about a row by its cells. */
export type RowReader = (cell: Cell, wanted: Wanted) => RowFate;

export const refused = (problems: CellProblem[], cells?: string[]): RowFate => ({ fate: "refused", problems, ...(cells ? { cells } : {}) });

/** What a register says nothing about. */
export const nothingSaid = {
  urn: null,
  charityNumber: null,
  organisationCode: null,
  categoryId: null,
  phase: null,
  kind: null,
  areaCode: null,
  areaName: null,
  inArea: null,
  parent: null,
  parentCode: null,
  openedOn: null,
  closedOn: null,
  own: null,
} as const;
