import type { EscalationStage, RequestAnswer, RequestBasisId, RequestOutcome, RequestState, StepKind } from "./vocabulary.ts";

/** A request for information as it stands. Days are ISO dates. */
export interface RequestView {
  id: string;
  /** The nth of the partnership. */
  number: number;
  /** The statutory partner that asks; null is all of them together. */
  requester: { seatId: string; name: string } | null;
  recipient: string;
  /** Of the agency in the register; null for another body. */
  membershipId: string | null;
  purpose: string;
  askedFor: string;
  basis: RequestBasisId;
  basisWords: string | null;
  askedOn: string;
  firstDueOn: string;
  dueOn: string;
  answer: RequestAnswer | null;
  answeredOn: string | null;
  stage: EscalationStage | null;
  decidedOn: string | null;
  closedOn: string | null;
  outcome: RequestOutcome | null;
  /** How many steps were taken: what a form begins from. */
  steps: number;
  office: string;
  /** The day on which it was recorded. */
  recordedOn: string;
  state: RequestState;
  /** Working days after the day it was due, while nothing was answered; 0 otherwise. */
  daysOverdue: number;
  /** Working days that are left, while nothing was answered; 0 otherwise. */
  daysLeft: number;
}

/** Something that happened to a request. */
export interface StepView {
  number: number;
  kind: StepKind;
  onDay: string;
  dueOn: string | null;
  answer: RequestAnswer | null;
  stage: EscalationStage | null;
  outcome: RequestOutcome | null;
  words: string | null;
  advice: string | null;
  minorityView: string | null;
  office: string;
  byRecipient: boolean;
  recordedOn: string;
}

/** What of the requests needs one person. */
export interface WaitingRequests {
  overdue: readonly Pick<RequestView, "number" | "recipient" | "dueOn" | "daysOverdue">[];
  /** Taken to a stage of which the person is, on that day, and not decided. */
  toDecide: readonly { number: number; recipient: string; stage: EscalationStage; on: string }[];
}

/** What may be chosen in the form of a request. */
export interface RequestChoices {
  today: string;
  /** The statutory partners of today. */
  seats: readonly { id: string; name: string }[];
  /** The agencies of the register that are not withdrawn. */
  agencies: readonly { id: string; name: string }[];
}
