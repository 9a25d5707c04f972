import { readFile } from "node:fs/promises";
import { resolve } from "node:path";

import { parse } from "csv-parse/sync";

import type { ReferenceArea } from "./area-finder.ts";

/** Every council area of England, also those that ended, with both its codes. */
export async function readReferenceAreas(): Promise<ReferenceArea[]> {
  const rows: Record<string, string>[] = parse(await readFile(resolve("db/reference-data/local-authorities.csv")), { columns: true, bom: true, skip_empty_lines: true });
  return rows.map((row) => ({ gssCode: row.gss_code ?? "", dfeCode: row.dfe_code ?? "", name: row.name ?? "" }));
}
