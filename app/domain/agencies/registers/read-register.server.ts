import { z } from "zod";

import { inSlices } from "#app/domain/shared/in-slices.server.ts";
import { runInThread } from "#app/domain/shared/run-in-thread.server.ts";

import type { RegisterFile } from "./read-register-file.server.ts";
import type { RegisterRead, RegisterRow } from "./register-row.ts";

/** All schools of England are read in five seconds; all charities, as JSON, in less than a minute. */
const limits = { patience: 60_000, memory: 192 };

const counts = z.object({ rows: z.number(), outsideArea: z.number(), notOpen: z.number(), skipped: z.number(), duplicates: z.number(), errors: z.number() });
const error = z.object({ row: z.number(), column: z.string().nullable(), value: z.string(), problem: z.string(), fix: z.string() });
const read = z.union([
  z.object({ ok: z.literal(true), extractDate: z.string().nullable(), absent: z.array(z.string()), counts, errors: z.array(error), refusedRows: z.array(z.object({ row: z.number(), cells: z.array(z.string()) })), chunks: z.array(z.string()) }),
  z.object({ ok: z.literal(false), problems: z.array(z.string()) }),
]);

/**
 * Reads a file of a public register, or of the partnership's own, from disk in a thread, so that nobody else waits for it.
 * At most 10,000 rows are kept and 200 errors listed. Never throws for a bad file.
 */
export async function readRegister(file: RegisterFile): Promise<RegisterRead> {
  const bytes = new TextEncoder().encode(JSON.stringify(file));
  const result = await runInThread("app/domain/agencies/registers/register-thread.server.ts", bytes, limits);
  if (!result.ok) return { ok: false, problems: [result.reason === "too-slow" ? "The file takes too long to read. Divide it" : "The file cannot be read. Get it again from where it is published"] };
  const found = read.parse(result.value);
  if (!found.ok) return found;
  const { chunks, ...rest } = found;
  const rows: RegisterRow[] = [];
  await inSlices(chunks, (chunk) => rows.push(...parseRows(chunk)), 1);
  return { ...rest, rows };
}

function parseRows(chunk: string): RegisterRow[] {
  return JSON.parse(`[${chunk}]`);
}
