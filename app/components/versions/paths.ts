/** The addresses of a partnership's frozen versions inside the portal. */
export function versionsPath(slug: string): string {
  return `/portal/${slug}/arrangements/versions`;
}

export function versionPath(slug: string, number: number, page = ""): string {
  return `${versionsPath(slug)}/${String(number)}${page === "" ? "" : `/${page}`}`;
}

/** Where the public reads a published version, for ever. */
export function publicVersionPath(slug: string, number: number): string {
  return `/partnerships/${slug}/arrangements/versions/${String(number)}`;
}
