import type { FinancialYear } from "#app/domain/shared/financial-year.ts";
import type { Part } from "#app/domain/shared/parts.ts";

import type { FundingList } from "../vocabulary.ts";

/** Files of lines as the portal's pages show them. Client-safe. */

/** What is wrong with a file that can be read: where, what, and how to put it right. */
export interface RowError {
  /** Null for a line that is not in the file. */
  row: number | null;
  /** Null when it is the row as a whole. */
  column: string | null;
  value: string;
  problem: string;
  fix: string;
}

/** A field of a line before and after, as its cell says it. */
export interface FieldChange {
  column: string;
  before: string;
  after: string;
}

/** A line that may be there twice: somebody says that it is right. */
export interface ImportQuestion {
  row: number;
  name: string;
  /** What it is like: "row 4", "a line that is there already". */
  like: string;
}

/** A file that was read, as a list of them shows it. */
export interface KeptFile {
  id: string;
  fileName: string;
  uploadedAt: Date;
  uploadedBy: string;
  state: "waiting" | "taken-in" | "undone";
}

/** The long lists of a preview, each with pages of its own. */
export const importParts = ["errors", "questions", "changed", "added", "ended"] as const;
export type ImportPart = (typeof importParts)[number];

/** What taking a file in would do. */
export interface ImportPreview {
  errors: Part<RowError>;
  questions: Part<ImportQuestion>;
  changed: Part<{ row: number; name: string; fields: FieldChange[] }>;
  added: Part<{ row: number; name: string; cells: readonly string[] }>;
  ended: Part<{ id: string; name: string }>;
  unchanged: number;
  removesMissing: boolean;
  /** Names exactly this: taking it in asks for it again. */
  planSha256: string;
}

/** What taking a file in did. */
export interface ImportResult {
  at: Date;
  by: string;
  added: number;
  changed: number;
  removed: number;
  unchanged: number;
  undone: { at: Date; by: string } | null;
}

/** A file that was read: what it would do, or did. */
export interface FundingImport extends KeptFile {
  year: FinancialYear;
  list: FundingList;
  preview: ImportPreview | null;
  result: ImportResult | null;
}

/** More questions than this are answered together. */
export const mostQuestionsApart = 50;
