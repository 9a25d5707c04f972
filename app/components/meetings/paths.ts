/** Where a partnership's meetings are in the portal. */
export function meetingsPath(slug: string, rest = ""): string {
  return `/portal/${slug}/meetings${rest === "" ? "" : `/${rest}`}`;
}
