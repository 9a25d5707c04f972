/** The documents whose contents an edition of the guidance sets out. */
export type GuidanceDocument = "arrangements" | "yearly-report";

/** One thing an edition of the guidance asks a document to contain. */
export interface GuidanceItem {
  id: string;
  strength: "must" | "should";
  title: string;
  summary: string;
  /** Where it comes from: the section of the Act or the chapter of the guidance. */
  basis: string;
  /** When it applies only in some areas. */
  condition: string | null;
  /** How far our wording was checked against the source. */
  confidence: "verified" | "to-verify";
  inForce: boolean;
  inForceFrom: string | null;
  inForceNote: string | null;
}

export const confidenceLabels = {
  verified: "Checked against the source",
  "to-verify": "Not yet checked against the source",
} as const;

export const strengthLabels = { must: "Must", should: "Should" } as const;
