import type { DocumentKind } from "#app/domain/documents/vocabulary.ts";

import type { MessageTopic } from "./vocabulary.ts";

interface AboutDraft {
  partnershipId: string;
  document: DocumentKind;
  /** Who did it, by name. */
  by: string;
}

interface AboutTime {
  partnershipId: string;
  versionId: string;
  document: DocumentKind;
  number: number;
  /** ISO moment. */
  dueAt: string;
}

/** About comments on a draft, its review, and a time set for publishing a version. Never the words of a comment. */
export type ReviewMessage =
  /** To whom a remark is for. */
  | ({ kind: "comment-mention"; commentId: string } & AboutDraft)
  /** To those who spoke in the thread before. */
  | ({ kind: "comment-reply"; commentId: string } & AboutDraft)
  /** To those who may review. */
  | ({ kind: "review-requested" } & AboutDraft)
  /** To whoever asked for it, the last author and those who keep the records. */
  | ({ kind: "review-recorded"; outcome: "ready" | "changes-wanted" } & AboutDraft)
  /** To everybody who may publish or signed. `movedFrom`: an ISO moment, when it had another time before. */
  | ({ kind: "version-scheduled"; by: string; movedFrom: string | null } & AboutTime)
  /** To the same. `replacedBy`: a newer version was frozen. */
  | ({ kind: "version-unscheduled"; by: string; replacedBy: number | null } & AboutTime)
  /** To whoever set the time, and those who keep the records. */
  | ({ kind: "publication-failed" } & AboutTime);

export const reviewTopics: Record<ReviewMessage["kind"], MessageTopic> = {
  "comment-mention": "review",
  "comment-reply": "review",
  "review-requested": "review",
  "review-recorded": "review",
  "version-scheduled": "publication",
  "version-unscheduled": "publication",
  "publication-failed": "set-times",
};
