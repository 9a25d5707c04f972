import { createReadStream } from "node:fs";
import { open } from "node:fs/promises";
import { pipeline } from "node:stream/promises";

import { parse } from "csv-parse";

import { csvForm, type Heading } from "./find-heading.server.ts";
import { jsonObjects, parseObject } from "./json-objects.server.ts";
import { decodeAs, sampleSize, type TextEncoding } from "./text-encoding.server.ts";

const pieceSize = 256 * 1024;

/** The beginning of a file. */
export async function readSample(path: string): Promise<Uint8Array> {
  const file = await open(path);
  try {
    const { buffer, bytesRead } = await file.read(new Uint8Array(sampleSize), 0, sampleSize, 0);
    return buffer.subarray(0, bytesRead);
  } finally {
    await file.close();
  }
}

/** Gives each row of separated cells under the heading, with its place as a spreadsheet counts it. The file is never in memory as a whole. */
export async function eachRecord(path: string, encoding: TextEncoding, heading: Heading, each: (record: readonly string[], row: number) => void): Promise<void> {
  let row = 0;
  const take = (record: string[]) => {
    row += 1;
    if (row > heading.row) each(record, row);
    return null;
  };
  const parser = parse({ ...csvForm(heading), on_record: take });
  parser.resume();
  await pipeline(createReadStream(path, { highWaterMark: pieceSize }), decodeAs(encoding), parser);
}

/** Gives each object of a JSON list, counted like the rows under a heading. */
export async function eachObject(path: string, encoding: TextEncoding, each: (entry: Record<string, unknown>, row: number) => void): Promise<void> {
  let row = 1;
  for await (const text of jsonObjects(decodeAs(encoding)(createReadStream(path, { highWaterMark: pieceSize })))) {
    row += 1;
    each(parseObject(text), row);
  }
}
