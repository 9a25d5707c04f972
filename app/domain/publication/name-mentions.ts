import type { DocumentKind } from "#app/domain/documents/vocabulary.ts";

/** Somewhere that the public can read a name now. */
export interface NameMention {
  partnership: string;
  /** "Arrangements, version 2". */
  what: string;
  path: string;
  /** Of a version of one of its documents; null of anything else. */
  version: { kind: DocumentKind; number: number } | null;
  slug: string;
}
