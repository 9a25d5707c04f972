/** Where a partnership's requests for information are in the portal. */
export function requestsPath(slug: string, rest: string | number = ""): string {
  return `/portal/${slug}/information-requests${rest === "" ? "" : `/${String(rest)}`}`;
}
