import { pathTo } from "#app/domain/publication/addresses.ts";

/** The descriptor by which browsers and feed readers find a partnership's feed from any of its pages. */
export function feedLink(origin: string, { slug, name }: { slug: string; name: string }) {
  return { tagName: "link" as const, rel: "alternate", type: "application/atom+xml", title: `${name}: updates`, href: origin + pathTo.feed(slug) };
}
