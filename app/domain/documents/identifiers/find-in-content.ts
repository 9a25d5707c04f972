import type { SignedContent } from "../text/content.ts";
import { findIdentifiers } from "./find-identifiers.ts";
import type { Identifier } from "./finding.ts";

/** Where in a version a finding is, so that a page can link to the place to mend it. */
export type ContentPlace =
  | { kind: "section"; sectionId: string }
  | { kind: "item"; itemId: string }
  | { kind: "details" }
  | { kind: "people" };

/** Looks through every piece of a version that people wrote and that would be published; ids, dates and salt are not. */
export function findInContent(content: SignedContent): (Identifier & { place: ContentPlace })[] {
  const texts: { place: ContentPlace; text: string }[] = [
    { place: { kind: "details" }, text: [content.partnership.name, content.title, content.changeNote ?? ""].join("\n\n") },
    ...content.seats.map((seat) => ({ place: { kind: "people" as const }, text: [seat.organisation, seat.office, seat.holder ?? ""].join("\n\n") })),
    ...content.sections.map((section) => ({ place: { kind: "section" as const, sectionId: section.id }, text: `${section.title}\n\n${section.markdown}` })),
    ...content.coverage.map((item) => ({ place: { kind: "item" as const, itemId: item.itemId }, text: item.notCovered ?? "" })),
  ];
  return texts.flatMap(({ place, text }) => findIdentifiers(text).map((identifier) => ({ ...identifier, place })));
}
