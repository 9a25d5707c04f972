/** What an agency’s own people may propose to change of its record, in the order of the page. */
export const ownParts = ["howWeWork", "contactEmail", "legalName", "urn", "charityNumber", "organisationCode", "parent", "phase", "establishment"] as const;
export type OwnPart = (typeof ownParts)[number];

export const ownPartLabels: Record<OwnPart, string> = {
  howWeWork: "How you work together",
  contactEmail: "E-mail for notices, never published",
  legalName: "Legal name",
  urn: "URN",
  charityNumber: "Charity number",
  organisationCode: "Organisation code",
  parent: "Academy trust, federation or parent body",
  phase: "Phase",
  establishment: "Type",
};

/** Parts of the body itself, which one partnership keeps for all. */
export const bodyParts = ["legalName", "urn", "charityNumber", "organisationCode", "parent", "phase", "establishment"] as const satisfies readonly OwnPart[];

/** Parts of what this partnership says of it. */
export const membershipParts = ["howWeWork", "contactEmail"] as const satisfies readonly OwnPart[];

/** What is said of an agency in each part; null is nothing. */
export type OwnValues = Record<OwnPart, string | number | null>;

export const changeStatuses = ["open", "accepted", "set-aside", "replaced"] as const;
export type ChangeStatus = (typeof changeStatuses)[number];

export const changeStatusLabels: Record<ChangeStatus, string> = {
  open: "Waits for a decision",
  accepted: "Accepted",
  "set-aside": "Set aside",
  replaced: "Replaced by a later proposal",
};
