/** Where a partnership's risks are in the portal. */
export function risksPath(slug: string, rest: string | number = ""): string {
  return `/portal/${slug}/risks${rest === "" ? "" : `/${String(rest)}`}`;
}
