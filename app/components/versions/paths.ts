import type { DocumentAddress } from "#app/domain/documents/vocabulary.ts";

/** The addresses of a document's frozen versions inside the portal. */
export function versionsPath({ slug, kind }: DocumentAddress): string {
  return `/portal/${slug}/${kind}/versions`;
}

export function versionPath(at: DocumentAddress, number: number, page = ""): string {
  return `${versionsPath(at)}/${String(number)}${page === "" ? "" : `/${page}`}`;
}

/** Where the public reads a published version, for ever. */
export function publicVersionPath({ slug, kind }: DocumentAddress, number: number): string {
  return `/partnerships/${slug}/${kind}/versions/${String(number)}`;
}
