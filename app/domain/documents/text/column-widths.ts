import { plainText } from "./blocks.ts";
import type { Block, Inline } from "./blocks.ts";
import { AMOUNT } from "./breakable.ts";

/** Letters of the tables' bold type that fit across an A4 page between its margins, counted with care. */
const LETTERS_ACROSS = 76;
/** Longer words are broken in any case (see breakable.ts). */
const LONGEST_WORD = 24;
/** What columns of figures may take of the width, so that words have room too. */
const MOST_FOR_FIGURES = 0.8;
const PERCENTAGE = /^[+−-]?\d+(?:\.\d+)?%$/u;

/** `weight` is a column's share of the width, from 1 to 4; `narrow` says that its longest word needs hyphenating. */
export interface ColumnWidth {
  weight: number;
  narrow: boolean;
}

/** Room for each column's longest word first, then for its longest cell with diminishing effect; amounts and percentages fit whole. */
export function columnWidths(table: Extract<Block, { type: "table" }>): ColumnWidth[] {
  const columns = withRoomForFigures(table.columns.map((column, index) => measure([column.heading, ...table.rows.map((row) => row[index] ?? [])])));
  const total = columns.reduce((sum, column) => sum + column.weight, 0);
  return columns.map(({ weight, longestWord }) => ({ weight, narrow: longestWord > (weight / total) * LETTERS_ACROSS - 2 }));
}

interface Measured {
  weight: number;
  longestWord: number;
  /** How many letters the longest amount or percentage has; 0 without one. */
  longestFigure: number;
}

/** Columns of figures are as wide as their longest needs, and the others share what is left. */
function withRoomForFigures(columns: readonly Measured[]): Measured[] {
  const total = columns.reduce((sum, column) => sum + column.weight, 0);
  const shares = columns.map(({ weight, longestFigure }) => (longestFigure === 0 ? 0 : Math.max(weight / total, (longestFigure + 3) / LETTERS_ACROSS)));
  const taken = shares.reduce((sum, share) => sum + share, 0);
  const others = columns.reduce((sum, column) => sum + (column.longestFigure === 0 ? column.weight : 0), 0);
  if (taken === 0 || taken > MOST_FOR_FIGURES || others === 0) return [...columns];
  const whole = others / (1 - taken);
  return columns.map((column, at) => (column.longestFigure === 0 ? column : { ...column, weight: Math.round((shares[at] ?? 0) * whole * 100) / 100 }));
}

function measure(cells: readonly Inline[][]): Measured {
  let longestWord = 0;
  let longestCell = 0;
  let longestFigure = 0;
  for (const cell of cells) {
    const text = plainText(cell);
    longestCell = Math.max(longestCell, text.length);
    for (const word of text.split(/\s+/)) longestWord = Math.max(longestWord, Math.min(word.length, LONGEST_WORD));
    if (AMOUNT.test(text.trim()) || PERCENTAGE.test(text.trim())) longestFigure = Math.max(longestFigure, text.trim().length);
  }
  const weight = Math.min(4, Math.max(1, longestWord / 8, Math.sqrt(longestCell) / 3));
  return { weight: Math.round(weight * 100) / 100, longestWord, longestFigure };
}
