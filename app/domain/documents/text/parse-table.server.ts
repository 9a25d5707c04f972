import type { Token } from "markdown-it";
import { plainText } from "./blocks.ts";
import type { Block, Inline, TableColumn, TextProblem } from "./blocks.ts";
import { parseInline } from "./parse-inline.server.ts";

/** More columns than this cannot be read on an A4 page. */
const MAX_COLUMNS = 8;

/** Reads the table that opens at `tokens[start]`; `end` is the place of its closing token. */
export function readTable(
  tokens: readonly Token[],
  start: number,
  lines: readonly string[],
  problems: TextProblem[],
): { block: Extract<Block, { type: "table" }>; end: number } {
  const columns: TableColumn[] = [];
  const rows: Inline[][][] = [];
  const first = (tokens[start]?.map?.[0] ?? 0) + 1;
  let line = first;
  let row: Inline[][] = [];
  let end = start;

  for (; end < tokens.length; end += 1) {
    const token = tokens[end];
    if (!token || token.type === "table_close") break;
    if (token.map && token.type !== "inline") line = token.map[0] + 1;
    if (token.type === "tr_open") row = [];
    if (token.type === "th_open") columns.push({ align: alignment(token), heading: cell(tokens[end + 1], line, problems) });
    if (token.type === "td_open") row.push(cell(tokens[end + 1], line, problems));
    if (token.type === "tr_close" && row.length > 0) {
      rows.push(row);
      if (countCells(lines[line - 1] ?? "") > columns.length) {
        problems.push({ line, code: "table-row", message: "This row of the table has more cells than there are column headings, so some would be lost. Add a heading or take out a cell." });
      }
    }
  }

  if (columns.some((column) => plainText(column.heading).trim() === "")) {
    problems.push({ line: first, code: "table-header", message: "Give every column of this table a heading, so that it makes sense when read aloud." });
  }
  if (columns.length > MAX_COLUMNS) {
    problems.push({ line: first, code: "table-too-wide", message: `This table has ${columns.length} columns. It can have at most ${MAX_COLUMNS}: split it into two tables.` });
  }
  return { block: { type: "table", columns, rows }, end };
}

function cell(token: Token | undefined, line: number, problems: TextProblem[]): Inline[] {
  return token?.type === "inline" ? parseInline(token, line, problems) : [];
}

function alignment(token: Token): TableColumn["align"] {
  const style = String(token.attrGet("style") ?? "");
  return style.includes("right") ? "right" : style.includes("center") ? "center" : "left";
}

function countCells(line: string): number {
  const inner = line.replace(/^[>\s]*\|?/, "").replace(/(?<!\\)\|\s*$/, "");
  return inner.split(/(?<!\\)\|/).length;
}
