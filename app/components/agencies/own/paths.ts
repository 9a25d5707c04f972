/** Where an agency’s own people find its record in the portal. */
export function ownPath(slug: string, rest = ""): string {
  return `/portal/${slug}/your-agency${rest ? `/${rest}` : ""}`;
}
