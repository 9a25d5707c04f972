import type { Part } from "#app/domain/shared/parts.ts";

import type { RegisterCounts, RowError } from "../registers/register-row.ts";
import type { RegisterSource } from "../registers/vocabulary.ts";

/** Files of registers as the portal's pages show them. Client-safe. Days are ISO dates. */

/** A field of an agency before and after, as it is read. */
export interface FieldChange {
  label: string;
  before: string;
  after: string;
}

/** An agency that would be added, as proposed. */
export interface NewAgency {
  row: number;
  name: string;
  number: string;
  kind: string | null;
  phase: string | null;
  parent: string | null;
  category: string;
  /** Another partnership has recorded the body: its name and numbers are kept there. */
  keptElsewhere: boolean;
}

/** An agency of which something would change. */
export interface ChangedAgency {
  row: number;
  membershipId: string;
  name: string;
  fields: FieldChange[];
}

/** Something that the file shows and that only a person can decide. */
export interface Attention {
  name: string;
  /** Of the agency in the register; null when it is not in it. */
  membershipId: string | null;
  what: string;
}

/** New agencies of one category, which a person takes in or leaves out together. */
export interface NewGroup {
  category: string;
  title: string;
  count: number;
}

/** The long lists of a preview, each with pages of its own. */
export const importParts = ["errors", "closed", "changed", "added", "attention"] as const;
export type ImportPart = (typeof importParts)[number];

/** What taking a file in would do. */
export interface ImportPreview {
  errors: Part<RowError>;
  closed: Part<ChangedAgency>;
  changed: Part<ChangedAgency>;
  added: Part<NewAgency>;
  attention: Part<Attention>;
  groups: NewGroup[];
  unchanged: number;
  /** Whether something wrong in a row keeps the whole file out. */
  blocked: boolean;
  /** Names exactly this: taking it in asks for it again. */
  planSha256: string;
}

/** What taking a file in did. */
export interface ImportResult {
  at: Date;
  by: string;
  added: number;
  changed: number;
  closed: number;
  unchanged: number;
  attention: Attention[];
  undone: { at: Date; by: string } | null;
}

export type ImportState = "waiting" | "taken-in" | "undone";

/** A file that was read, as a list of them shows it. */
export interface KeptFile {
  id: string;
  source: RegisterSource;
  fileName: string;
  extractDate: string | null;
  uploadedAt: Date;
  uploadedBy: string;
  state: ImportState;
}

/** A file that was read: what it would do, or did. */
export interface RegisterImport extends KeptFile {
  counts: RegisterCounts;
  /** Optional columns that it does not have. */
  absent: string[];
  preview: ImportPreview | null;
  result: ImportResult | null;
}
