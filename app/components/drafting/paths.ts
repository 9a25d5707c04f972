import type { ReadinessLine } from "#app/domain/documents/readiness.ts";

/** The addresses of a partnership's draft inside the portal. */
export function arrangementsPath(slug: string, page = ""): string {
  return `/portal/${slug}/arrangements${page === "" ? "" : `/${page}`}`;
}

export function sectionPath(slug: string, sectionId: string, page = ""): string {
  return arrangementsPath(slug, `sections/${sectionId}${page === "" ? "" : `/${page}`}`);
}

export function itemPath(slug: string, itemId: string, page = ""): string {
  return arrangementsPath(slug, `items/${itemId}${page === "" ? "" : `/${page}`}`);
}

export function identifierPath(slug: string, fingerprint: string, page = ""): string {
  return arrangementsPath(slug, `identifiers/${encodeURIComponent(fingerprint)}${page === "" ? "" : `/${page}`}`);
}

/** Where to put right what a line of the readiness checklist says. */
export function placePath(slug: string, { place }: Pick<ReadinessLine, "place">): string {
  switch (place.kind) {
    case "section":
      return sectionPath(slug, place.sectionId);
    case "item":
      return itemPath(slug, place.itemId);
    case "details":
      return arrangementsPath(slug, "details");
    case "people":
      return `/portal/${slug}/people`;
    case "sections":
      return arrangementsPath(slug, "sections");
  }
}

/** What that place is called, for the words of the link. */
export function placeName({ place }: Pick<ReadinessLine, "place">): string {
  const names = { section: "Open the section", item: "Open the item", details: "Change the details", people: "See people", sections: "See the sections" } as const;
  return names[place.kind];
}
