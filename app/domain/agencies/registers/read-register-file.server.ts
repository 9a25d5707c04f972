import { CsvError } from "csv-parse";

import { findHeading, findNames, type Heading } from "./find-heading.server.ts";
import { jsonObjects, NotJson, parseObject } from "./json-objects.server.ts";
import { eachObject, eachRecord, readSample } from "./read-records.server.ts";
import { dateInName, readRegisterDate } from "./register-date.ts";
import type { RefusedRow, RegisterCounts, RegisterKeep, RowError } from "./register-row.ts";
import { readers, wantedOf } from "./row-readers.server.ts";
import { rowTaker, TooManyRows } from "./row-taker.ts";
import { encodingOf, NotText, type TextEncoding } from "./text-encoding.server.ts";
import { mostRegisterRows, type RegisterLayout, registerColumns, registerColumnNames, type RegisterSource } from "./vocabulary.ts";

/** A file of a register on disk. */
export interface RegisterFile {
  path: string;
  /** As whoever sent it calls it. */
  name: string;
  source: RegisterSource;
  keep: RegisterKeep;
}

/** The kept rows are JSON between commas, some hundreds in each text. */
export type RegisterFileRead = { ok: true; extractDate: string | null; absent: string[]; counts: RegisterCounts; errors: RowError[]; refusedRows: RefusedRow[]; chunks: string[] } | { ok: false; problems: string[] };

const rowsInChunk = 500;
const refuse = (...problems: string[]): RegisterFileRead => ({ ok: false, problems });
const noText = "The file is not text. Take it out of its .zip folder first; save a workbook that ends in .xlsx or .ods as CSV";

/** Reads and judges a file of a register. It takes seconds: a thread of its own does it. */
export async function readRegisterFile(file: RegisterFile): Promise<RegisterFileRead> {
  const sample = await readSample(file.path);
  if (sample.length === 0) return refuse("The file is empty");
  const encoding = encodingOf(sample, file.source === "charity-commission" ? "utf-8" : "windows-1252");
  if (encoding === null) return refuse(noText);
  const beginning = new TextDecoder(encoding).decode(sample, { stream: true });
  try {
    return /^\s*[[{]/.test(beginning) ? await readObjects(file, encoding, beginning) : await readRows(file, encoding, beginning);
  } catch (error) {
    return refuse(problemOf(error));
  }
}

async function readRows(file: RegisterFile, encoding: TextEncoding, beginning: string): Promise<RegisterFileRead> {
  const found = findHeading(beginning, file.source);
  if (!found.ok) return found;
  const { heading } = found;
  const absent = registerColumns[heading.layout].filter(({ name }) => heading.places.get(name) === -1).map(({ name }) => name);
  return takeAll(file, heading.layout, absent, (take) =>
    eachRecord(file.path, encoding, heading, (record, row) => {
      if (record.every((cell) => cell.trim() === "")) return;
      take(row, (column) => unescaped(record[placeOf(heading, column)] ?? "", heading), unevenness(record, heading));
    }),
  );
}

async function readObjects(file: RegisterFile, encoding: TextEncoding, beginning: string): Promise<RegisterFileRead> {
  const { value: first } = await jsonObjects([beginning]).next();
  if (typeof first !== "string") return refuse("The list in the file has no entries");
  const entry = parseObject(first);
  const found = findNames(Object.keys(entry), file.source);
  if (!found.ok) return found;
  const absent = registerColumnNames(found.layout).filter((name) => !(name in entry));
  return takeAll(file, found.layout, absent, (take) => eachObject(file.path, encoding, (each, row) => take(row, (column) => textOf(each[column]), null)));
}

async function takeAll(file: RegisterFile, layout: RegisterLayout, absent: string[], read: (take: ReturnType<typeof rowTaker>["take"]) => Promise<void>): Promise<RegisterFileRead> {
  const { take, counts, rows, errors, refusedRows } = rowTaker(readers[layout], await wantedOf(file.source, file.keep, absent));
  let extractDate: string | null = null;
  await read((row, cell, uneven) => {
    if (layout === "charity-commission") extractDate ??= readRegisterDate(cell("date_of_extract"));
    take(row, cell, uneven);
  });
  if (counts.rows === 0) return refuse("The file has no rows under its heading");
  const texts = rows.map((row) => JSON.stringify(row));
  const chunks = Array.from({ length: Math.ceil(texts.length / rowsInChunk) }, (_, at) => texts.slice(at * rowsInChunk, (at + 1) * rowsInChunk).join(","));
  return { ok: true, extractDate: extractDate ?? dateInName(file.name), absent, counts, errors, refusedRows, chunks };
}

function placeOf({ places }: Heading, column: string): number {
  const place = places.get(column);
  if (place === undefined) throw new Error(`no column ${column} is known`);
  return place;
}

/** What is wrong with the number of cells. What a spreadsheet leaves off at the end of a row is nothing. */
function unevenness(record: readonly string[], { layout, row, width }: Heading): string | null {
  const surplus = record.slice(width).filter((cell) => cell.trim() !== "").length;
  const published = layout === "gias" || layout === "charity-commission";
  const lacking = published ? Math.max(width - record.length, 0) : 0;
  if (surplus === 0 && lacking === 0) return null;
  const count = Math.max(surplus, lacking);
  return `The row has ${String(count)} ${count === 1 ? "cell" : "cells"} ${surplus > 0 ? "more" : "fewer"} than row ${String(row)} names`;
}

function unescaped(cell: string, { quoted }: Heading): string {
  return quoted ? cell : cell.replace(/\\(.)/g, "$1");
}

function textOf(value: unknown): string {
  return typeof value === "string" ? value : typeof value === "number" || typeof value === "boolean" ? String(value) : "";
}

function problemOf(error: unknown): string {
  if (error instanceof NotText) return noText;
  if (error instanceof NotJson) return "The list in the file is broken off or is no JSON. Get it again";
  if (error instanceof TooManyRows) return `More than ${mostRegisterRows.toLocaleString("en-GB")} rows of the file are asked for. Divide it`;
  if (!(error instanceof CsvError)) throw error;
  const row = typeof error["records"] === "number" ? ` in row ${String(error["records"] + 1)}` : "";
  return `A double quote${row} is in the wrong place or never closed. Put it right, or get the file again`;
}
