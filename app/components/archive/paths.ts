/** The addresses of a partnership's earlier documents inside the portal. */
export function archivePath(slug: string, page = ""): string {
  return `/portal/${slug}/earlier-documents${page === "" ? "" : `/${page}`}`;
}
