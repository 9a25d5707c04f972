import { findIdentifiers } from "#app/domain/documents/identifiers/find-identifiers.ts";
import { type CsvRow, readCsv } from "#app/domain/shared/csv.server.ts";
import { decodeText } from "#app/domain/shared/decode-text.server.ts";

import type { CellProblem, ListDefinition } from "../lists/list-definition.ts";
import { columnNames, mostImportRows, problemColumn } from "../lists/vocabulary.ts";
import type { FileRead, ImportRow } from "./import-row.ts";

const rowsInChunk = 500;

/** Reads and judges a file's rows. It may take seconds: a thread of its own does it. */
export function readRows<Values extends object>(definition: ListDefinition<Values>, bytes: Uint8Array): FileRead {
  const names = columnNames(definition.list);
  const text = decodeText(bytes);
  if (text === null) return { ok: false, problems: ["The file is not text. Save it from the spreadsheet as CSV: a workbook that ends in .xlsx or .ods cannot be read here"] };
  const csv = readCsv(text, names, mostImportRows, [problemColumn]);
  if (!csv.ok) return csv;
  const rows = csv.rows.map((row) => JSON.stringify(readRow(definition, names, row)));
  const chunks = Array.from({ length: Math.ceil(rows.length / rowsInChunk) }, (_, at) => rows.slice(at * rowsInChunk, (at + 1) * rowsInChunk).join(","));
  return { ok: true, rows: rows.length, chunks };
}

function readRow<Values extends object>(definition: ListDefinition<Values>, names: readonly string[], { row, cells, surplus }: CsvRow): ImportRow<Values> {
  const given = names.map((name) => cells[name] ?? "");
  const judged = definition.judge(given);
  const rest = surplus ? { surplus: surplus.map((cell) => (identifies(cell) ? "" : cell)) } : {};
  if (judged.ok) return { row, cells: given, ...rest, judged };
  const problems = judged.problems.map((each) => withheld(each, names, given));
  const kept = given.map((cell, at) => (problems.some(({ column, fix }) => fix && column === names[at]) ? "" : cell));
  return { row, cells: kept, ...rest, judged: { ok: false, problems } };
}

/** What certainly identifies somebody is not kept, not even until the file is put right. */
function withheld(problem: CellProblem, names: readonly string[], cells: readonly string[]): CellProblem {
  if (!identifies(cells[names.indexOf(problem.column ?? "")] ?? "")) return problem;
  return { ...problem, fix: "Write the cell again without it. What was in the cell is not kept here" };
}

function identifies(cell: string): boolean {
  return findIdentifiers(cell).some((identifier) => identifier.certain);
}
