/** How far a return is. A submitted one is never changed. */
export const returnStatuses = ["issued", "begun", "submitted"] as const;
export type ReturnStatus = (typeof returnStatuses)[number];

export const returnStatusLabels: Record<ReturnStatus, string> = { issued: "Not begun", begun: "Begun", submitted: "Submitted" };

/** Whether a sampled return was chosen by hand, or drawn with a seed. */
export type Drawn = "by-hand" | "at-random";

export const drawnLabels: Record<Drawn, string> = { "by-hand": "Chosen by hand", "at-random": "Drawn at random" };

/** Whose turn a challenge is: the agency's, the challenger's, nobody's. */
export const challengeStatuses = ["asked", "answered", "accepted"] as const;
export type ChallengeStatus = (typeof challengeStatuses)[number];

export const challengeStatusLabels: Record<ChallengeStatus, string> = { asked: "Waits for the agency", answered: "Answered", accepted: "Accepted" };

export type RemarkKind = "question" | "answer" | "acceptance";

export const remarkLabels: Record<RemarkKind, string> = { question: "Asked", answer: "Answered", acceptance: "Accepted" };

/** What whoever submits a return declares, by post. The words are kept with the return. */
export function declarationOf(agency: string, { onBehalf }: { onBehalf: boolean }): string {
  return onBehalf
    ? `I enter this return on behalf of ${agency}, which has no account here. It says what ${agency} told me, and I have kept what it sent.`
    : `I submit this return for ${agency}. It is a fair account of how children are kept safe there, with what is still missing, and those who lead ${agency} know of it.`;
}
