import type { Inclusion } from "../vocabulary.ts";

/** A letter to an agency: that it is named; the same once more without an answer; what became of what it wrote. */
export const noticeKinds = ["named", "reminder", "answer"] as const;
export type NoticeKind = (typeof noticeKinds)[number];

export const noticeKindLabels: Record<NoticeKind, string> = { named: "Told that it is named", reminder: "Reminded", answer: "Answer to what it wrote" };

/** What becomes of a letter. `kept`: shown in the demonstration instead of sent. */
export type NoticeStatus = "waiting" | "sent" | "unconfirmed" | "kept" | "bounced" | "given-up" | "dropped";

export const noticeStatusLabels: Record<NoticeStatus, string> = {
  waiting: "Waiting to be sent",
  sent: "Sent",
  unconfirmed: "Sent, not confirmed by the mail server",
  kept: "Kept here, not sent",
  bounced: "Came back",
  "given-up": "Given up after five days",
  dropped: "Not sent: no longer needed",
};

/** Letters that did not reach anybody, as far as is known. */
export const failedStatuses = ["bounced", "given-up", "unconfirmed"] as const satisfies readonly NoticeStatus[];

/** How far a named agency is with acknowledging: it is in exactly one of these. */
export const noticeStates = ["acknowledged", "came-back", "on-its-way", "told", "to-tell", "nobody-to-tell"] as const;
export type NoticeState = (typeof noticeStates)[number];

/** Those in which it may be written to now. */
export const tellableStates = ["to-tell", "came-back", "told"] as const satisfies readonly NoticeState[];
export type TellableState = (typeof tellableStates)[number];

export const noticeStateLabels: Record<NoticeState, string> = {
  acknowledged: "Acknowledged",
  "came-back": "The e-mail came back",
  "on-its-way": "On its way",
  told: "Told, no answer yet",
  "to-tell": "Still to be told",
  "nobody-to-tell": "Nobody to tell",
};

/** What an agency writes back by its link. */
export const replyKinds = ["details", "closed", "not-us", "account"] as const;
export type ReplyKind = (typeof replyKinds)[number];

export const replyKindLabels: Record<ReplyKind, string> = {
  details: "Details to correct",
  closed: "It closed or merged",
  "not-us": "This is not us",
  account: "An account is asked for",
};

export const replyOutcomes = ["accepted", "set-aside", "overtaken"] as const;
export type ReplyOutcome = (typeof replyOutcomes)[number];

export const replyOutcomeLabels: Record<ReplyOutcome, string> = { accepted: "Accepted", "set-aside": "Set aside", overtaken: "Overtaken by a later one" };

/** What is asked for. Null or left out: nothing about that. */
export interface ProposedByAgency {
  legalName?: string | null;
  /** Who speaks for it, in its own words. */
  representative?: string | null;
  contactEmail?: string | null;
  note?: string | null;
  /** Of whoever should have an account. */
  person?: { name: string; office: string; email: string };
}

/** What a letter says, as things stood when it was written. Days are ISO dates. */
export interface NoticeContent {
  legalName: string;
  agencyId: string;
  category: string;
  inclusion: Inclusion;
  reason: string | null;
  namedOn: string;
  partnership: { name: string; slug: string };
  /** Of an answer only. */
  reply?: { kind: ReplyKind; outcome: "accepted" | "set-aside"; reason: string | null; saidOn: string };
}
