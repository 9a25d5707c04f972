/** The documents that the lead safeguarding partners sign. Later kinds join here. */
export const documentKinds = ["arrangements"] as const;
export type DocumentKind = (typeof documentKinds)[number];

export const documentKindLabels: Record<DocumentKind, string> = { arrangements: "arrangements" };

/** The title a new draft begins with. */
export const firstTitles: Record<DocumentKind, string> = { arrangements: "How we work together to keep children safe" };

export const versionStatuses = ["awaiting", "approved", "scheduled", "published", "superseded", "withdrawn", "declined"] as const;
export type VersionStatus = (typeof versionStatuses)[number];

export const versionStatusLabels: Record<VersionStatus, string> = {
  awaiting: "Awaiting signatures",
  approved: "Approved, not yet published",
  scheduled: "Scheduled for publication",
  published: "Published",
  superseded: "Superseded",
  withdrawn: "Withdrawn",
  declined: "Declined",
};

export const partnerKinds = ["local-authority", "icb", "police"] as const;
export type PartnerKind = (typeof partnerKinds)[number];

export const partnerKindLabels: Record<PartnerKind, string> = {
  "local-authority": "Local authority",
  icb: "Integrated care board",
  police: "Police",
};
