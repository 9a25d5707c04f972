import type { PublishedDecision } from "#app/domain/publication/decisions.ts";

/** "The lead safeguarding partners together", or the bodies whose delegates decided. */
export function whoDecided({ takenBy, takers }: Pick<PublishedDecision, "takenBy" | "takers">): string {
  return takenBy === "leads" ? "The lead safeguarding partners together" : `The delegated safeguarding ${takers.length === 1 ? "partner" : "partners"} of ${new Intl.ListFormat("en-GB").format(takers.map((each) => each.body))}`;
}
