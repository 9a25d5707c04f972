import { type DocumentKind, readDocumentKind } from "#app/domain/documents/vocabulary.ts";
import { notFound } from "#app/http/responses.ts";

/** The kind of document in an address, or 404. */
export function readKind(word: string | undefined): DocumentKind {
  const kind = readDocumentKind(word);
  if (!kind) throw notFound();
  return kind;
}
