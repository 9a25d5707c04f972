import { fundingPath } from "#app/components/funding/paths.ts";
import type { ReadinessLine } from "#app/domain/documents/readiness.ts";
import { budgetYear, type DocumentAddress, documentWords } from "#app/domain/documents/vocabulary.ts";
import type { FundingPlace } from "#app/domain/funding/draft-budget.ts";

/** The addresses of a partnership's draft inside the portal. */
export function documentPath({ slug, kind }: DocumentAddress, page = ""): string {
  return `/portal/${slug}/${kind}${page === "" ? "" : `/${page}`}`;
}

/** The words of a link that leads back to the draft: "Back to the arrangements". */
export function backText({ kind }: Pick<DocumentAddress, "kind">): string {
  return `Back to ${documentWords(kind).the}`;
}

export function sectionPath(at: DocumentAddress, sectionId: string, page = ""): string {
  return documentPath(at, `sections/${sectionId}${page === "" ? "" : `/${page}`}`);
}

export function itemPath(at: DocumentAddress, itemId: string, page = ""): string {
  return documentPath(at, `items/${itemId}${page === "" ? "" : `/${page}`}`);
}

export function identifierPath(at: DocumentAddress, fingerprint: string, page = ""): string {
  return documentPath(at, `identifiers/${encodeURIComponent(fingerprint)}${page === "" ? "" : `/${page}`}`);
}

/** Where to put right what a line of the readiness checklist says. */
export function placePath(at: DocumentAddress, { place }: Pick<ReadinessLine, "place">): string {
  switch (place.kind) {
    case "section":
      return sectionPath(at, place.sectionId);
    case "item":
      return itemPath(at, place.itemId);
    case "details":
      return documentPath(at, "details");
    case "people":
      return `/portal/${at.slug}/people`;
    case "sections":
      return documentPath(at, "sections");
    case "file":
      return documentPath(at, "pdf");
    case "review":
      return documentPath(at, "review");
    case "funding":
      return fundingPlacePath(at, place);
  }
}

function fundingPlacePath({ slug, kind }: DocumentAddress, { page, lineId }: FundingPlace): string {
  return fundingPath(slug, budgetYear(kind), lineId ? `${page}/${lineId}` : page === "details" ? page : "");
}

/** What that place is called, for the words of the link. */
export function placeName({ place }: Pick<ReadinessLine, "place">): string {
  const names = { section: "Open the section", item: "Open the item", details: "Change the details", people: "See people", sections: "See the sections", file: "See the PDF", review: "See the review", funding: "Open the funding" } as const;
  return names[place.kind];
}
