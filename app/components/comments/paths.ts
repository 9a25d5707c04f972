import { documentPath, sectionPath } from "#app/components/drafting/paths.ts";
import type { DocumentAddress } from "#app/domain/documents/vocabulary.ts";

/** The open comments of a draft. */
export function commentsPath(at: DocumentAddress): string {
  return documentPath(at, "comments");
}

export function commentPath(at: DocumentAddress, commentId: string, page = ""): string {
  return documentPath(at, `comments/${commentId}${page === "" ? "" : `/${page}`}`);
}

export function remarkPath(at: DocumentAddress, commentId: string, remarkId: string, page = ""): string {
  return commentPath(at, commentId, `remarks/${remarkId}${page === "" ? "" : `/${page}`}`);
}

export function sectionCommentsPath(at: DocumentAddress, sectionId: string): string {
  return sectionPath(at, sectionId, "comments");
}
