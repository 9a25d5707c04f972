/** The lists that an administrator loads: which bodies ended and what follows them; which boards cover which areas. */
export const bodyLists = ["successors", "coverage"] as const;
export type BodyList = (typeof bodyLists)[number];

/** The columns of each list's file, which an export has too. */
export const bodyListColumns = {
  successors: ["code", "ended_on", "successor_code", "successor_kind", "successor_name", "successor_valid_from"],
  coverage: ["local_authority_code", "icb_code", "valid_from", "valid_to"],
} as const satisfies Record<BodyList, readonly string[]>;

export const bodyListTitles: Record<BodyList, string> = {
  successors: "Bodies that end, and their successors",
  coverage: "Integrated care boards, by area",
};

/** Most rows in one file, and its largest size in bytes: what a form can carry from the check to the confirmation. */
export const mostListRows = 2_000;
export const largestListFile = 300_000;

export type PlanState = "new" | "changed" | "removed" | "unchanged";

/** What loading would do about one thing, in words. */
export interface PlanRow {
  what: string;
  state: PlanState;
  /** Null for what is new. */
  before: string | null;
  /** Null for what is removed. */
  after: string | null;
}

/** What loading a file would do. `sha256` names exactly this: loading asks for it again. */
export interface ListPlan {
  rows: PlanRow[];
  sha256: string;
}

export function isBodyList(text: string | undefined): text is BodyList {
  return bodyLists.some((list) => list === text);
}
