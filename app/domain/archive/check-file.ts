import type { ReadFile } from "#app/domain/documents/file/vocabulary.ts";
import { findIdentifiers } from "#app/domain/documents/identifiers/find-identifiers.ts";

/** What the detectors say of the words of a PDF: one sentence for each thing found, with its page and never its value. */
export interface FoundInFile {
  certain: string[];
  possible: string[];
}

export function checkArchiveFile(file: Pick<ReadFile, "texts" | "pages"> | null): FoundInFile {
  const found: FoundInFile = { certain: [], possible: [] };
  for (const [at, text] of (file?.texts ?? []).entries()) {
    // The last of the texts is what stands outside the pages.
    const where = at < (file?.pages ?? 0) ? `Page ${String(at + 1)}` : "A bookmark, description or link";
    for (const { certain, label, excerpt } of findIdentifiers(text)) {
      (certain ? found.certain : found.possible).push(`${where} ${certain ? "contains what is certainly" : "may contain"} a ${label} (${excerpt})`);
    }
  }
  return { certain: [...new Set(found.certain)], possible: [...new Set(found.possible)] };
}
