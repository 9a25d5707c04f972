/** What a decision may be about. `reserved`: only the lead safeguarding partners decide it, together; no lead can delegate it. */
export const decisionMatters = [
  { id: "delivery", label: "Carrying out the shared priorities", reserved: false },
  { id: "procedures", label: "Procedures, and how agencies work together day to day", reserved: false },
  { id: "reviews", label: "Rapid reviews and local child safeguarding practice reviews", reserved: false },
  { id: "training", label: "Training of several agencies together", reserved: false },
  { id: "information", label: "Sharing information and data", reserved: false },
  { id: "agencies", label: "Relevant agencies and education, and how they take part", reserved: false },
  { id: "resources", label: "Staff time and money within the agreed budget", reserved: false },
  { id: "priorities", label: "Which priorities the partners share", reserved: true },
  { id: "budget", label: "The shared budget, and what each partner gives", reserved: true },
  { id: "documents", label: "What the documents that the leads sign say", reserved: true },
  { id: "arrangements", label: "Who is a partner, and who holds which office", reserved: true },
] as const;

export type DecisionMatter = (typeof decisionMatters)[number];
export type DecisionMatterId = DecisionMatter["id"];

/** What a lead may let their delegate decide. */
export const delegableMatters = decisionMatters.filter((matter) => !matter.reserved);

export function matterLabel(id: string): string {
  return decisionMatters.find((matter) => matter.id === id)?.label ?? id;
}

/** Who takes a decision: delegated partners under their delegations, or every lead. */
export const takers = ["delegates", "leads"] as const;
export type TakenBy = (typeof takers)[number];

export const takerLabels: Record<TakenBy, string> = {
  delegates: "Delegated safeguarding partners",
  leads: "The lead safeguarding partners together",
};

export const decisionStatuses = ["asked", "stands", "declined", "withdrawn"] as const;
export type DecisionStatus = (typeof decisionStatuses)[number];

/** Where a decision is: its status, and whether another took its place. */
export const decisionStates = ["asked", "stands", "replaced", "declined", "withdrawn"] as const;
export type DecisionState = (typeof decisionStates)[number];

export const decisionStateLabels: Record<DecisionState, string> = {
  asked: "Waiting for the leads",
  stands: "Stands",
  replaced: "Replaced",
  declined: "Declined",
  withdrawn: "Withdrawn",
};

/** Why a decision is not for the public. */
export const privateKinds = ["identifies", "commercial", "legal", "staff", "early"] as const;
export type PrivateKind = (typeof privateKinds)[number];

export const privateKindLabels: Record<PrivateKind, string> = {
  identifies: "It could lead to a child, a family or another person",
  commercial: "It concerns a contract or a price that is being negotiated",
  legal: "It rests on legal advice, or a case before a court",
  staff: "It concerns the employment of somebody",
  early: "It would tell people before those concerned are told",
};

/** What a decision does to an earlier one. */
export const replacementKinds = ["corrects", "supersedes"] as const;
export type ReplacementKind = (typeof replacementKinds)[number];

export const replacementLabels: Record<ReplacementKind, { does: string; done: string; act: string }> = {
  corrects: { does: "Corrects", done: "Corrected by", act: "Correct it" },
  supersedes: { does: "Takes the place of", done: "Superseded by", act: "Decide otherwise" },
};
