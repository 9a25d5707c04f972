import type { NoticeKind, NoticeState, NoticeStatus, ProposedByAgency, ReplyKind, ReplyOutcome } from "./vocabulary.ts";

/** The newest letter to an agency. Moments are ISO moments. */
export interface LetterView {
  kind: NoticeKind;
  status: NoticeStatus;
  at: string;
  problem: string | null;
  sentTo: string;
}

/** A named agency on its way to being acknowledged. Days are ISO dates. */
export interface ToldAgency {
  /** Of the membership. */
  id: string;
  legalName: string;
  category: string;
  state: NoticeState;
  toldOn: string | null;
  acknowledgedOn: string | null;
  contactEmail: string | null;
  letter: LetterView | null;
}

/** For how many days a link works, and after how many without an answer an agency is reminded. */
export interface NoticeRules {
  linkDays: number;
  reminderDays: number[];
}

export interface ToldPage {
  found: number;
  page: number;
  pages: number;
  agencies: ToldAgency[];
}

/** One page of the named agencies, and how many of all of them are how far. */
export interface Notices extends ToldPage {
  figures: Record<NoticeState, number>;
  named: number;
  /** What agencies wrote back and nobody has decided. */
  replies: ReplyView[];
}

/** What an agency wrote back. */
export interface ReplyView {
  id: string;
  membershipId: string;
  legalName: string;
  /** As it stands in the register now. */
  contactEmail: string | null;
  nameIsOurs: boolean;
  kind: ReplyKind;
  proposed: ProposedByAgency;
  before: { legalName: string; contactEmail: string | null };
  saidBy: string;
  saidByPost: string;
  /** Day. */
  saidOn: string;
  outcome: ReplyOutcome | null;
  decidedOn: string | null;
  reason: string | null;
}

/** What was written to one agency, and what came back. */
export interface AgencyNotices {
  state: NoticeState | null;
  /** By its link; null where it was recorded by hand or not at all. */
  acknowledgement: { on: string; name: string; post: string; reference: string } | null;
  letters: (LetterView & { id: string })[];
  replies: ReplyView[];
}

/** What of acknowledgement waits for somebody: how many, and since which day. */
export interface NoticesWaiting {
  replies: { count: number; since: string } | null;
  /** Changes of its record that an agency's own people propose. */
  changes: { count: number; since: string } | null;
  cameBack: { count: number; since: string } | null;
  toTell: { count: number; since: string } | null;
}
