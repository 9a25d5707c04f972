/** Where the self-assessments of a partnership are in the portal. */
export function assessmentsPath(slug: string, ...rest: readonly string[]): string {
  return ["/portal", slug, "assessments", ...rest].join("/");
}
