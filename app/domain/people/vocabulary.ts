/** What several bodies agree to before it is done. Each kind is carried out by one function: see carry-out.server.ts. */
export const proposalKinds = ["appoint-lead", "appoint-chair", "appoint-scrutineer", "add-partner", "end-partner", "succeed-partner"] as const;
export type ProposalKind = (typeof proposalKinds)[number];

/** The kinds that appoint somebody to a post. */
export const appointingKinds = ["appoint-lead", "appoint-chair", "appoint-scrutineer"] as const;
export type AppointingKind = (typeof appointingKinds)[number];

/**
 * Who must agree. Every lead: each seat of the day it was proposed. Own body and another: the lead of the seat concerned
 * and a second lead; while nobody can speak for that seat, two leads of others. Two bodies: two leads of two seats.
 */
export const proposalRules = ["every-lead", "own-body-and-another", "two-bodies"] as const;
export type ProposalRule = (typeof proposalRules)[number];

export const ruleOf: Record<ProposalKind, ProposalRule> = {
  "appoint-lead": "own-body-and-another",
  "appoint-chair": "every-lead",
  "appoint-scrutineer": "every-lead",
  "add-partner": "two-bodies",
  "end-partner": "two-bodies",
  "succeed-partner": "two-bodies",
};

export const proposalStatuses = ["open", "carried-out", "declined", "withdrawn", "lapsed"] as const;
export type ProposalStatus = (typeof proposalStatuses)[number];

export const proposalStatusLabels: Record<ProposalStatus, string> = {
  open: "Waiting for agreement",
  "carried-out": "Agreed and carried out",
  declined: "Declined",
  withdrawn: "Withdrawn",
  lapsed: "Lapsed: overtaken",
};

/** The proposal by which somebody comes to each role; the others are appointed without one. */
export const kindForRole = { lsp: "appoint-lead", chair: "appoint-chair", scrutineer: "appoint-scrutineer" } as const;

export const educationLevels = ["strategic", "operational"] as const;
export type EducationLevel = (typeof educationLevels)[number];

export const educationLevelLabels: Record<EducationLevel, string> = { strategic: "Strategic", operational: "Operational" };
