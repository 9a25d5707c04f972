/** The addresses of amounts for several partnerships: `shared` for their host, `shares` for whoever has a part. */
export function sharedPath(slug: string, page = ""): string {
  return `/portal/${slug}/funding/shared${page === "" ? "" : `/${page}`}`;
}

export function sharePath(slug: string, sharedId: string, act: "" | "accept" | "decline" = ""): string {
  return `/portal/${slug}/funding/shares/${sharedId}${act === "" ? "" : `/${act}`}`;
}
