import type { PartnershipRole } from "#app/domain/access/vocabulary.ts";
import type { DocumentKind } from "#app/domain/documents/vocabulary.ts";

import { type AccountMessage, accountTopics } from "./account-messages.ts";
import { type ActionMessage, actionTopics } from "./action-messages.ts";
import { type AssessmentMessage, assessmentTopics } from "./assessment-messages.ts";
import { type DecisionMessage, decisionTopics } from "./decision-messages.ts";
import { type ProposalMessage, proposalTopics } from "./proposal-messages.ts";
import { type RequestMessage, requestTopics } from "./request-messages.ts";
import { type ReviewMessage, reviewTopics } from "./review-messages.ts";
import type { MessageTopic } from "./vocabulary.ts";

interface AboutVersion {
  partnershipId: string;
  versionId: string;
  document: DocumentKind;
  number: number;
}

interface AboutOffice {
  partnershipId: string;
  role: PartnershipRole;
  /** The office as it is called: "Director of Children's Services". */
  office: string;
  /** The body whose seat it belongs to, if it belongs to one. */
  organisation: string | null;
}

/**
 * Everything people are written to about. Identifiers, numbers, dates and short texts; never text of a draft. With
 * `secretPath`, the one link is that path instead, sealed while it waits and wiped when sent.
 */
export type Message =
  | AccountMessage
  | ActionMessage
  | AssessmentMessage
  | DecisionMessage
  | ProposalMessage
  | RequestMessage
  | ReviewMessage
  | ({ kind: "version-frozen" } & AboutVersion)
  | ({ kind: "version-signed"; organisation: string; missing: string[] } & AboutVersion)
  | ({ kind: "version-approved" } & AboutVersion)
  | ({ kind: "version-declined"; organisation: string; reason: string } & AboutVersion)
  /** To those who signed a version that a newer one replaced before it was published. */
  | ({ kind: "version-superseded"; replacedBy: number } & AboutVersion)
  /** To those who signed a version that was closed because the seats that must sign have changed, and who freeze the next. */
  | ({ kind: "version-closed" } & AboutVersion)
  /** With `due` when it was scheduled: an ISO moment, and whether it was missed by more than a few minutes. */
  | ({ kind: "version-published"; due?: { at: string; late: boolean } } & AboutVersion)
  | ({ kind: "version-withdrawn"; reason: string } & AboutVersion)
  | ({ kind: "version-taken-down" } & AboutVersion)
  /** To everybody in office. */
  | { kind: "agencies-taken-down"; partnershipId: string }
  /** To the person appointed; dates are ISO dates. */
  | ({ kind: "appointment-made"; startsOn: string; acting: boolean } & AboutOffice)
  | ({ kind: "appointment-ended"; endsOn: string } & AboutOffice)
  /** To those who keep the records of the partnership. */
  | ({ kind: "holder-appointed"; name: string; startsOn: string; acting: boolean } & AboutOffice)
  | ({ kind: "holder-left"; name: string; endsOn: string } & AboutOffice)
  /** The day's messages of one person in one e-mail. Written by the worker only. */
  | { kind: "daily-digest"; partnershipId: null; day: string }
  /** What needs one person, of all their partnerships; `tasks` is null until the worker has read them. Written by the worker only. */
  | { kind: "weekly-tasks"; partnershipId: null; week: string; tasks: readonly WeeklyTask[] | null; more: number };

/** A task as an e-mail tells of it. */
export interface WeeklyTask {
  text: string;
  about: string;
  due: string;
  path: string;
}

export type MessageKind = Message["kind"];

export const topicOf: Record<MessageKind, MessageTopic> = {
  ...accountTopics,
  ...actionTopics,
  ...assessmentTopics,
  ...decisionTopics,
  ...proposalTopics,
  ...requestTopics,
  ...reviewTopics,
  "version-frozen": "your-signature",
  "version-signed": "signing",
  "version-approved": "signing",
  "version-declined": "declined",
  "version-superseded": "your-signature",
  "version-closed": "your-account",
  "version-published": "publication",
  "version-withdrawn": "publication",
  "version-taken-down": "safety",
  "agencies-taken-down": "safety",
  "appointment-made": "your-account",
  "appointment-ended": "your-account",
  "holder-appointed": "offices",
  "holder-left": "offices",
  "daily-digest": "your-account",
  "weekly-tasks": "your-work",
};

/** A message that may carry a secret link: an invitation, a reset. It has exactly one recipient. */
export type MessageToWrite = Message & { secretPath?: string };
