import { plainText } from "./blocks.ts";
import type { Block, Inline } from "./blocks.ts";

/** Letters of the tables' bold type that fit across an A4 page between its margins, counted with care. */
const LETTERS_ACROSS = 76;
/** Longer words are broken in any case (see breakable.ts). */
const LONGEST_WORD = 24;

/** `weight` is a column's share of the width, from 1 to 4; `narrow` says that its longest word needs hyphenating. */
export interface ColumnWidth {
  weight: number;
  narrow: boolean;
}

/** Room for each column's longest word first, then for its longest cell with diminishing effect. */
export function columnWidths(table: Extract<Block, { type: "table" }>): ColumnWidth[] {
  const columns = table.columns.map((column, index) => measure([column.heading, ...table.rows.map((row) => row[index] ?? [])]));
  const total = columns.reduce((sum, column) => sum + column.weight, 0);
  return columns.map(({ weight, longestWord }) => ({ weight, narrow: longestWord > (weight / total) * LETTERS_ACROSS - 2 }));
}

function measure(cells: readonly Inline[][]): { weight: number; longestWord: number } {
  let longestWord = 0;
  let longestCell = 0;
  for (const cell of cells) {
    const text = plainText(cell);
    longestCell = Math.max(longestCell, text.length);
    for (const word of text.split(/\s+/)) longestWord = Math.max(longestWord, Math.min(word.length, LONGEST_WORD));
  }
  const weight = Math.min(4, Math.max(1, longestWord / 8, Math.sqrt(longestCell) / 3));
  return { weight: Math.round(weight * 100) / 100, longestWord };
}
