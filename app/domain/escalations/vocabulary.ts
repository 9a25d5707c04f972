/** A disagreement between partners, or an issue that those who have it cannot settle. */
export const escalationKinds = ["dispute", "issue"] as const;
export type EscalationKind = (typeof escalationKinds)[number];

export const escalationKindLabels: Record<EscalationKind, string> = { dispute: "Dispute between partners", issue: "Issue that needs somebody above" };

/** The ladder, from the bottom. Nobody in the partnership stands above the leads; the department is the last resort. */
export const escalationStages = ["raised", "delegates", "chair", "leads", "department"] as const;
export type EscalationStage = (typeof escalationStages)[number];

export const stageLabels: Record<EscalationStage, string> = {
  raised: "those concerned",
  delegates: "the delegated safeguarding partners",
  chair: "the partnership chair",
  leads: "the lead safeguarding partners",
  department: "the Department for Education",
};

export const stepKinds = ["taken-further", "decided", "settled", "withdrawn"] as const;
export type EscalationStepKind = (typeof stepKinds)[number];

export const escalationOutcomes = ["settled", "withdrawn"] as const;
export type EscalationOutcome = (typeof escalationOutcomes)[number];

export const outcomeLabels: Record<EscalationOutcome, string> = { settled: "Settled", withdrawn: "Withdrawn: recorded by mistake, or overtaken" };

export const escalationStates = ["open", "late", "closed"] as const;
export type EscalationState = (typeof escalationStates)[number];

export const escalationStateLabels: Record<EscalationState, string> = { open: "Open, in time", late: "Open, late", closed: "Closed" };
