/** What became of a publication. The last that applies is its state; the earlier ones stay true. */
export const noticeStates = ["superseded", "withdrawn", "taken-down", "erased"] as const;
export type NoticeState = (typeof noticeStates)[number];

export const publicationStates = ["published", "superseded", "withdrawn", "taken-down"] as const;
export type PublicationState = (typeof publicationStates)[number];

export const publicationStateLabels: Record<PublicationState, string> = {
  published: "Published",
  superseded: "Replaced by a newer version",
  withdrawn: "Withdrawn",
  "taken-down": "Taken down for safety",
};

/** The states in which the public may still read the text. */
export const readableStates: readonly PublicationState[] = ["published", "superseded", "withdrawn"];

/** What of a published version can be corrected: notes that stand beside its text, never the text. */
export const correctableFields = ["change-note", "withdrawal-reason"] as const;
export type CorrectableField = (typeof correctableFields)[number];

export const correctableLabels: Record<CorrectableField, string> = {
  "change-note": "what changed",
  "withdrawal-reason": "the reason for withdrawing it",
};

export const licence = { name: "Open Government Licence v3.0", url: "https://www.nationalarchives.gov.uk/doc/open-government-licence/version/3/" } as const;

/** What the public sees in place of a name that is withheld for safety. */
export const withheldName = "Name withheld for safety";
