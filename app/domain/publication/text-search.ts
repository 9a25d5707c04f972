import { type DocumentKind, readDocumentKind } from "#app/domain/documents/vocabulary.ts";

/** What somebody searches the published documents for, as the address says it. */
export interface TextQuery {
  q: string;
  /** The short name of one partnership. */
  partnership: string | null;
  kind: DocumentKind | null;
  /** Versions that were replaced or withdrawn are searched too. */
  earlier: boolean;
}

/** A run of words in a snippet; `hit` is what was searched for. */
export interface SnippetPart {
  hit: boolean;
  text: string;
}

/** A section, or a document's title and change note (section 0), in which the words were found. */
export interface TextResult {
  slug: string;
  partnership: string;
  kind: DocumentKind;
  number: number;
  section: number;
  /** The fragment of its heading; empty for the document itself. */
  anchor: string;
  document: string;
  title: string;
  /** RFC 3339. */
  publishedAt: string;
  current: boolean;
  snippet: SnippetPart[];
}

/** `understood` is false when no word is left to look for: only words like "the", or only words to leave out. */
export interface TextFound {
  understood: boolean;
  /** How many sections were found, or `mostFound`, with `more` said. */
  count: number;
  more: boolean;
  page: number;
  pages: number;
  results: TextResult[];
}

export const resultsPerPage = 10;
/** Words that are in more sections than this say too little: no more are looked at. */
export const mostFound = 1_000;
const longestQuery = 200;

/** Reads the filters of an address; what it does not know is left out. */
export function readTextQuery(parameters: URLSearchParams): TextQuery {
  const slug = parameters.get("partnership") ?? "";
  return {
    q: (parameters.get("q") ?? "").replace(/\p{Cc}+/gu, " ").trim().slice(0, longestQuery).toWellFormed(),
    partnership: /^[a-z0-9-]{1,100}$/.test(slug) ? slug : null,
    kind: readDocumentKind(parameters.get("kind") ?? undefined),
    earlier: parameters.get("earlier") === "yes",
  };
}

/** The address of a search, without what is not asked for. */
export function searchPath({ q, partnership, kind, earlier }: TextQuery, page = 1): string {
  const parameters = new URLSearchParams({ q, ...(partnership ? { partnership } : {}), ...(kind ? { kind } : {}), ...(earlier ? { earlier: "yes" } : {}), ...(page > 1 ? { page: String(page) } : {}) });
  return `/search?${parameters.toString()}`;
}

/** Characters that no text of ours holds, with which the database marks what it found. */
export const marks = { start: "\u{E000}", stop: "\u{E001}" } as const;

/** How the words asked for begin, without the endings that a search ignores: "meeting" also finds "meet". */
export function startsOf(q: string): string[] {
  const words = q.toLowerCase().match(/[\p{L}\p{N}]{3,}/gu) ?? [];
  return [...new Set(words.slice(0, 8).map((word) => word.slice(0, Math.max(3, word.length - 3))))];
}

/** A snippet with its marks as parts, so that a page shows them without writing HTML. */
export function readSnippet(marked: string): SnippetPart[] {
  const parts = marked.split(marks.start).flatMap((piece, at): SnippetPart[] => {
    const [inside = "", ...after] = piece.split(marks.stop);
    return at === 0 ? [{ hit: false, text: piece.replaceAll(marks.stop, "") }] : [{ hit: true, text: inside }, { hit: false, text: after.join("") }];
  });
  return parts.filter((part) => part.text !== "");
}
