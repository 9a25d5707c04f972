import type { MessageTopic } from "./vocabulary.ts";

/** About self-assessments. Names of rounds and agencies, days and identifiers; never what an agency said. */
export type AssessmentMessage =
  /** To those who speak for the agencies that are asked. */
  | { kind: "assessment-issued"; partnershipId: string; title: string; dueOn: string }
  /** To the same, two weeks before the day, if the return is not there. Written by portal.remind_assessments. */
  | { kind: "assessment-due"; partnershipId: string; returnId: string; title: string; agency: string; dueOn: string }
  | { kind: "assessment-challenged"; partnershipId: string; challengeId: string; agency: string }
  /** To whoever asked. */
  | { kind: "assessment-answered"; partnershipId: string; challengeId: string; agency: string }
  | { kind: "assessment-action"; partnershipId: string; actionId: string; agency: string; dueOn: string };

export const assessmentTopics: Record<AssessmentMessage["kind"], MessageTopic> = {
  "assessment-issued": "self-assessments",
  "assessment-due": "self-assessments",
  "assessment-challenged": "self-assessments",
  "assessment-answered": "self-assessments",
  "assessment-action": "self-assessments",
};
