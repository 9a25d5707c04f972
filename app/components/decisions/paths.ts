/** Where a partnership's decisions are in the portal. */
export function decisionsPath(slug: string, rest: string | number = ""): string {
  return `/portal/${slug}/decisions${rest === "" ? "" : `/${String(rest)}`}`;
}
