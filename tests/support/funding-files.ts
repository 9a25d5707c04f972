import { createHash } from "node:crypto";

import { keepImport } from "#app/domain/funding/import/keep-import.server.ts";
import type { FundingImport, ImportPreview } from "#app/domain/funding/import/import-view.ts";
import { findFundingImport } from "#app/domain/funding/import/queries.server.ts";
import { readImportFile } from "#app/domain/funding/import/read-import-file.server.ts";
import { columnNames } from "#app/domain/funding/lists/vocabulary.ts";
import type { FundingList } from "#app/domain/funding/vocabulary.ts";
import { writeCsv } from "#app/domain/shared/csv.server.ts";
import type { FinancialYear } from "#app/domain/shared/financial-year.ts";
import type { SessionActor } from "#db/client.server.ts";

import { need } from "./funding.ts";
import { submission } from "./partnership.ts";

/** A file of a list with these cells by column; the others are empty. */
export function listFile(list: FundingList, rows: readonly Record<string, string>[]): string {
  const names = columnNames(list);
  return writeCsv(names, rows.map((row) => names.map((name) => row[name] ?? "")));
}

export interface FileOf {
  partnershipId: string;
  year: FinancialYear;
  list: FundingList;
}

export const firstPages = { errors: 1, questions: 1, changed: 1, added: 1, ended: 1 };

/** Reads a file and keeps it, as the upload does; answers the id of the import. */
export async function keepFile(actor: SessionActor, at: FileOf, text: string, removesMissing = false): Promise<string> {
  const read = await readImportFile(at.list, Buffer.from(text));
  if (!read.ok) throw new Error(read.problems.join("; "));
  const fileSha256 = createHash("sha256").update(text).digest("hex");
  return need(await keepImport(actor, { ...at, fileName: "lines.csv", fileSha256, removesMissing, chunks: read.chunks }, submission({ fileSha256 }))).importId;
}

export async function shownImport(actor: SessionActor, at: FileOf, importId: string): Promise<FundingImport> {
  const found = await findFundingImport(actor, { ...at, importId }, firstPages);
  if (!found) throw new Error("no such import");
  return found;
}

export async function previewOf(actor: SessionActor, at: FileOf, importId: string): Promise<ImportPreview> {
  const { preview } = await shownImport(actor, at, importId);
  if (!preview) throw new Error("it is over");
  return preview;
}
