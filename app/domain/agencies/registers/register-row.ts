import type { AgencyAudit, AgencyStatus, Inclusion } from "../vocabulary.ts";

/**
 * A body as a register has it, whichever register that is. Days are ISO dates. It holds nothing about a person: names of
 * heads, e-mail addresses, telephone numbers and addresses of public registers are never read.
 */
export interface RegisterRow {
  /** Its place in the file as a spreadsheet counts it, where the heading mostly is row 1. */
  row: number;
  legalName: string;
  /** Six digits. */
  urn: number | null;
  /** The registered number, and after a hyphen the place of a linked charity: "1234567-2". */
  charityNumber: string | null;
  /** Of Ofsted or the NHS, for example. */
  organisationCode: string | null;
  /** Of the list of categories; null where the register does not tell it. */
  categoryId: string | null;
  /** In the words of the register. */
  phase: string | null;
  kind: string | null;
  /** As the register has them: three digits of the Department for Education, or nine characters of the ONS. */
  areaCode: string | null;
  areaName: string | null;
  /** The code of the area asked for that it is in; null when it is outside them or the register does not say. */
  inArea: string | null;
  /** The academy trust, or else the federation. */
  parent: string | null;
  parentCode: string | null;
  openedOn: string | null;
  /** Where `open`, a day to come. */
  closedOn: string | null;
  open: boolean;
  /** Only of a file of the partnership’s own register. */
  own: OwnEntry | null;
}

/** What a partnership says of an agency, as a file of its own register has it. An empty cell is null. */
export interface OwnEntry {
  /** Of the agency in the partnership’s register. */
  id: string | null;
  inclusion: Inclusion | null;
  reason: string | null;
  howWeWork: string | null;
  /** Codes of the areas asked for; none is all of them. */
  areas: string[];
  audits: AgencyAudit[];
  status: AgencyStatus | null;
  /** Undefined where the file has no such column: the register then keeps the address it has. */
  contactEmail: string | null | undefined;
  /** Every cell as it was given, in the order of the columns. */
  cells: string[];
}

/** What is wrong with a cell, or with a whole row when `column` is null. What may say who a person is stays out of `value`. */
export interface CellProblem {
  column: string | null;
  value: string;
  problem: string;
  fix: string;
}

export interface RowError extends CellProblem {
  row: number;
}

/** A row of the partnership's own file with something wrong in it, as it was given. */
export interface RefusedRow {
  row: number;
  /** In the order of the columns. What certainly identifies somebody is left out. */
  cells: string[];
}

/** How many rows there were, and why not all were kept. Kept, outside, not open, skipped and errors add up to `rows`. */
export interface RegisterCounts {
  /** Rows with anything in them, without the heading. */
  rows: number;
  /** In none of the areas, or of no charity, that was asked for. */
  outsideArea: number;
  /** Closed, removed or yet to open, and not in the register already. */
  notOpen: number;
  /** A person’s own name or a redacted one, or a line without a number. */
  skipped: number;
  /** Of the errors, those of a body that an earlier row has. */
  duplicates: number;
  /** Rows with something wrong, also where not all are listed. */
  errors: number;
}

/** A whole file, or what is wrong with the file or its heading. */
export type RegisterRead =
  | {
      ok: true;
      /** The day the register was copied, as the file or its name says it. */
      extractDate: string | null;
      /** Optional columns that the file does not have. */
      absent: string[];
      counts: RegisterCounts;
      rows: RegisterRow[];
      errors: RowError[];
      /** Only of the partnership’s own file. */
      refusedRows: RefusedRow[];
    }
  | { ok: false; problems: string[] };

/** A council area of the partnership. The code is that of the ONS or of the Department for Education. */
export interface RegisterArea {
  code: string;
  name: string;
}

/** Which rows of a register are kept. */
export interface RegisterKeep {
  areas: readonly RegisterArea[];
  /** Numbers, of the kind that the source has, of agencies in the register already: kept wherever they are, and when they closed. */
  known: readonly string[];
  /** Charity numbers to look for: the register of charities has no areas. */
  asked?: readonly string[];
  /** The categories of the list in force, which a file of the partnership’s own register names by title or id. */
  categories?: readonly { id: string; title: string }[];
}
