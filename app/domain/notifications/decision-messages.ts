import type { MessageTopic } from "./vocabulary.ts";

interface AboutDecision {
  partnershipId: string;
  /** The nth decision of the partnership. */
  number: number;
  sentence: string;
}

/** About decisions. What delegates decided is one list for the leads, on their home page and in the weekly e-mail: no message each. */
export type DecisionMessage =
  /** To the leads who are asked. */
  | ({ kind: "decision-asked" } & AboutDecision)
  /** To everybody who decides: every lead agreed, or one declined. */
  | ({ kind: "decision-settled"; stands: boolean } & AboutDecision)
  /** To those who decide at the stage to which an escalation came; never what it is about. */
  | { kind: "escalation-moved"; partnershipId: string; number: number; stage: "raised" | "delegates" | "chair" | "leads" | "department" };

export const decisionTopics: Record<DecisionMessage["kind"], MessageTopic> = {
  "decision-asked": "your-agreement",
  "decision-settled": "decisions",
  "escalation-moved": "decisions",
};
