import type { DirectoryFacts } from "./record.ts";
import { vacantSeats } from "./rules.ts";
import type { PublicationState } from "./vocabulary.ts";

/** A partnership in the national list. `arrangements` is the newest version ever published, whatever became of it. */
export interface PartnershipListing {
  facts: DirectoryFacts;
  arrangements: { number: number; publishedAt: string; state: PublicationState; inForceFrom: string | null; nextReviewOn: string | null; contentSha256: string } | null;
}

export const shownFilters = ["arrangements", "no-arrangements", "vacant"] as const;
export type ShownFilter = (typeof shownFilters)[number];

export const filterLabels: Record<ShownFilter, string> = {
  arrangements: "Arrangements published",
  "no-arrangements": "No arrangements published",
  vacant: "A seat is vacant",
};

export function readFilter(value: string | null): ShownFilter | null {
  return shownFilters.find((filter) => filter === value) ?? null;
}

export function hasArrangements(listing: PartnershipListing): boolean {
  return listing.arrangements?.state === "published";
}

const passes: Record<ShownFilter, (listing: PartnershipListing) => boolean> = {
  arrangements: hasArrangements,
  "no-arrangements": (listing) => !hasArrangements(listing),
  vacant: (listing) => vacantSeats(listing.facts).length > 0,
};

/** Lower case, without accents, punctuation as spaces: "Sêr & O'Neill" and "ser and o neill" are one. */
export function plainWords(text: string): string[] {
  const plain = text.normalize("NFKD").replace(/\p{M}/gu, "").toLowerCase().replace(/&/g, " and ").replace(/['’]/g, "");
  return plain.split(/[^\p{L}\p{N}]+/u).filter(Boolean);
}

/**
 * The partnerships whose name, council areas or partner bodies hold every word asked for (the start of a word is
 * enough), and that pass the filter. In the order given.
 */
export function findPartnerships(listings: readonly PartnershipListing[], query: string, filter: ShownFilter | null): PartnershipListing[] {
  const asked = plainWords(query);
  return listings.filter((listing) => {
    if (filter && !passes[filter](listing)) return false;
    const { partnership, areas, seats } = listing.facts;
    const words = plainWords([partnership.name, ...areas.map((area) => area.name), ...seats.map((seat) => seat.organisation)].join(" "));
    return asked.every((word) => words.some((each) => each.startsWith(word)));
  });
}

/** The national picture in figures. */
export function countPicture(listings: readonly PartnershipListing[]) {
  return {
    partnerships: listings.length,
    arrangements: listings.filter(hasArrangements).length,
    seats: listings.reduce((sum, listing) => sum + listing.facts.seats.length, 0),
    vacancies: listings.reduce((sum, listing) => sum + vacantSeats(listing.facts).length, 0),
  };
}

export const perPage = 30;

/** One page of a list, from 1. A page that does not exist is the nearest one that does. */
export function pageOf<T>(items: readonly T[], asked: string | null, size = perPage): { items: T[]; page: number; pages: number } {
  const pages = Math.max(1, Math.ceil(items.length / size));
  const number = Number.parseInt(asked ?? "1", 10);
  const page = Number.isNaN(number) ? 1 : Math.min(Math.max(1, number), pages);
  return { items: items.slice((page - 1) * size, page * size), page, pages };
}
