/** Where a partnership's priorities are in the portal. */
export function prioritiesPath(slug: string, rest: string | number = ""): string {
  return `/portal/${slug}/priorities${rest === "" ? "" : `/${String(rest)}`}`;
}
