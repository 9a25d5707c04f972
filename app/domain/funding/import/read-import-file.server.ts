import { z } from "zod";

import { runInThread } from "#app/domain/shared/run-in-thread.server.ts";

import type { FundingList } from "../vocabulary.ts";
import type { FileRead } from "./import-row.ts";

const limits = { patience: 20_000, memory: 512 };

const read = z.union([z.object({ ok: z.literal(true), rows: z.number(), chunks: z.array(z.string()) }), z.object({ ok: z.literal(false), problems: z.array(z.string()) })]);

/** Reads a file of a list's lines in a thread, so that nobody else waits for it. Never throws for a bad file. */
export async function readImportFile(list: FundingList, bytes: Uint8Array): Promise<FileRead> {
  const result = await runInThread(`app/domain/funding/import/${list}-thread.server.ts`, bytes, limits);
  if (result.ok) return read.parse(result.value);
  return { ok: false, problems: [result.reason === "too-slow" ? "The file takes too long to read. Divide it" : "The file cannot be read. Save it from the spreadsheet as CSV again"] };
}
