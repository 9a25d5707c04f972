/** Where a partnership's escalations are in the portal. */
export function escalationsPath(slug: string, rest: string | number = ""): string {
  return `/portal/${slug}/escalations${rest === "" ? "" : `/${String(rest)}`}`;
}
