/** The roles of a partnership. They are per partnership, dated and additive. */
export const partnershipRoles = ["lsp", "dsp", "chair", "business-manager", "scrutineer", "agency-contact", "education-representative"] as const;
export type PartnershipRole = (typeof partnershipRoles)[number];

/** A role somebody acts in: one of the partnership's, or the installation's administrator. */
export type Role = PartnershipRole | "administrator";

export const roleLabels: Record<Role, string> = {
  lsp: "Lead safeguarding partner",
  dsp: "Delegated safeguarding partner",
  chair: "Partnership chair",
  "business-manager": "Business manager",
  scrutineer: "Independent scrutineer",
  "agency-contact": "Relevant agency contact",
  "education-representative": "Education representative",
  administrator: "Administrator",
};

export const roleAbbreviations: Partial<Record<Role, string>> = { lsp: "LSP", dsp: "DSP" };

/**
 * Everything a permission is asked for. `sign`, `appoint-delegate`, `delegate`, `agree`, `answer-decisions` and `note-decisions` are further limited to one's
 * own seat, `edit-own-funding` to the lines of one's own seat or post, `edit-own-agency` to the agency of one's own post.
 */
export const permissions = [
  "read-tasks",
  "read-drafts",
  "edit-drafts",
  "comment",
  "review-draft",
  "freeze",
  "sign",
  "publish",
  "withdraw",
  "take-down",
  "erase",
  "override-detector",
  "read-people",
  "appoint-delegate",
  "delegate",
  "propose-appointment",
  "propose-partner",
  "agree",
  "read-proposals",
  "appoint-business-manager",
  "appoint-representative",
  "record-terms",
  "record-contacts",
  "read-funding",
  "edit-funding",
  "edit-own-funding",
  "read-agencies",
  "edit-agencies",
  "name-agencies",
  "tell-agencies",
  "read-information-requests",
  "record-information-requests",
  "answer-information-requests",
  "read-meetings",
  "record-meetings",
  "record-voice",
  "read-decisions",
  "record-decisions",
  "answer-decisions",
  "note-decisions",
  "read-escalations",
  "record-escalations",
  "set-escalation-clocks",
  "read-risks",
  "record-risks",
  "review-risks",
  "edit-own-agency",
  "read-priorities",
  "edit-priorities",
  "agree-priorities",
  "publish-priorities",
  "conclude-priorities",
  "read-assessments",
  "oversee-assessments",
  "issue-assessments",
  "answer-assessments",
  "challenge-assessments",
  "read-actions",
  "record-actions",
  "work-on-actions",
  "close-actions",
  "appoint-first-holder",
  "end-appointment",
  "adopt-edition",
  "load-edition",
  "load-bodies",
  "read-activity",
  "invite-people",
  "propose-factor-reset",
  "confirm-factor-reset",
  "create-partnership",
  "manage-accounts",
] as const;
export type Permission = (typeof permissions)[number];
