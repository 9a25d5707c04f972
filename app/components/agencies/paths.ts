/** Where the register of a partnership's relevant agencies is in the portal. */
export function agenciesPath(slug: string, rest = ""): string {
  return `/portal/${slug}/agencies${rest ? `/${rest}` : ""}`;
}
