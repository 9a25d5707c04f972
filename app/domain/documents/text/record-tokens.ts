/**
 * Record tokens: words that an author writes in a section and that are filled from the partnership's records when the
 * version is frozen, so that names and dates are never typed twice. Safe in the browser.
 */

export interface RecordToken {
  name: string;
  /** What the author chooses from in the editor. */
  label: string;
  /** A block token stands on a line by itself and becomes a table or list; an inline token can stand anywhere. */
  shape: "block" | "inline";
}

export const RECORD_TOKENS = [
  { name: "partnership-name", label: "Name of the partnership", shape: "inline" },
  { name: "area", label: "Area the partnership covers", shape: "inline" },
  { name: "statutory-partners", label: "List of the statutory safeguarding partners", shape: "block" },
  { name: "lead-partners", label: "Table of lead safeguarding partners", shape: "block" },
  { name: "delegated-partners", label: "Table of delegated safeguarding partners", shape: "block" },
  { name: "partnership-chair", label: "Sentence naming the partnership chair", shape: "inline" },
  { name: "independent-scrutineer", label: "Sentence naming the independent scrutineer", shape: "inline" },
  { name: "business-manager", label: "Sentence naming the business manager", shape: "inline" },
  { name: "relevant-agencies", label: "Tables of the relevant agencies that are named, with why each was chosen", shape: "block" },
  { name: "next-review", label: "Date of the next review", shape: "inline" },
] as const satisfies readonly RecordToken[];

/** Tokens that only a shared annual budget has: its figures and statements, which are kept with the year's funding. */
export const BUDGET_TOKENS = [
  { name: "budget-in-brief", label: "The budget in brief: what comes in, what is spent, what is carried forward", shape: "block" },
  { name: "contributions", label: "Table of who gives what in cash", shape: "block" },
  { name: "in-kind", label: "Table of help in kind", shape: "block" },
  { name: "spending", label: "Table of what the money is spent on", shape: "block" },
  { name: "shares-statement", label: "Why the shares are equitable and proportionate", shape: "block" },
  { name: "not-included", label: "What the figures do not include, and why", shape: "block" },
] as const satisfies readonly RecordToken[];

export type RecordTokenName = (typeof RECORD_TOKENS)[number]["name"];
export type BudgetTokenName = (typeof BUDGET_TOKENS)[number]["name"];

/** How a token is written in a section: `{{lead-partners}}`. */
export function writeToken(name: RecordTokenName | BudgetTokenName): string {
  return `{{${name}}}`;
}

/** Matches a token as written, known or not; group 1 is the name. */
export const TOKEN_PATTERN = /\{\{[ ]{0,3}([A-Za-z][A-Za-z0-9 -]{0,40}?)[ ]{0,3}\}\}/g;
