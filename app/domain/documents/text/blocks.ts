/**
 * The small tree that Markdown becomes and that HTML and PDF are both made from. Plain JSON, safe in the browser.
 * Emphasis is a property of a run of text instead of a level of nesting, so the tree is never deep.
 */

export interface TextRun {
  type: "text";
  text: string;
  strong?: true;
  emphasis?: true;
}

export interface LineBreak {
  type: "break";
}

/** `href` is https:, http:, mailto:, a path on this site (`/…`) or a place on this page (`#…`); never anything else. */
export interface Link {
  type: "link";
  href: string;
  children: (TextRun | LineBreak)[];
}

export type Inline = TextRun | LineBreak | Link;

/** Headings are written `##` to `####`; the section's own title is the level above. */
export const HIGHEST_HEADING = 2;
export const LOWEST_HEADING = 4;
export type HeadingLevel = 2 | 3 | 4;

export interface TableColumn {
  align: "left" | "right" | "center";
  heading: Inline[];
}

export type Block =
  | { type: "heading"; level: HeadingLevel; children: Inline[] }
  | { type: "paragraph"; children: Inline[] }
  | { type: "list"; ordered: boolean; start: number; tight: boolean; items: Block[][] }
  | { type: "quote"; children: Block[] }
  | { type: "table"; columns: TableColumn[]; rows: Inline[][][] }
  | { type: "rule" };

/** Something the author must mend before the text can be frozen. `line` counts from 1 in the text as written. */
export interface TextProblem {
  line: number;
  code:
    | "heading-skipped"
    | "heading-too-high"
    | "heading-too-low"
    | "heading-empty"
    | "heading-nested"
    | "heading-space"
    | "link-empty"
    | "link-refused"
    | "image"
    | "html"
    | "table-header"
    | "table-row"
    | "table-too-wide"
    | "too-deep"
    | "too-complex";
  message: string;
}

export interface ParsedText {
  blocks: Block[];
  problems: TextProblem[];
}

/** The words of a run of inline text, without any marking. */
export function plainText(inlines: readonly Inline[]): string {
  return inlines
    .map((inline) => (inline.type === "text" ? inline.text : inline.type === "break" ? " " : plainText(inline.children)))
    .join("");
}
