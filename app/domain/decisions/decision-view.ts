import type { DecisionMatterId, DecisionState, PrivateKind, ReplacementKind, TakenBy } from "./vocabulary.ts";

/** A decision as a list shows it. Days are ISO dates, amounts pence. */
export interface DecisionLine {
  id: string;
  /** The nth of the partnership. */
  number: number;
  sentence: string;
  matter: DecisionMatterId;
  amountPence: number | null;
  options: string;
  dissent: string | null;
  leadsTo: string | null;
  takenBy: TakenBy;
  state: DecisionState;
  /** Null until it stands. */
  decidedOn: string | null;
  isPublic: boolean;
  privateKind: PrivateKind | null;
  privateReason: string | null;
  replaces: Replacement | null;
  replacedBy: Replacement | null;
  /** The bodies for whose seats it is taken, in their order. */
  takers: readonly Taker[];
  /** The meeting at which it was taken or put to the leads. */
  meeting: { id: string; title: string } | null;
  office: string;
  recordedOn: string;
}

export interface Replacement {
  number: number;
  kind: ReplacementKind;
  reason: string;
}

/** One seat's part in a decision. */
export interface Taker {
  seatId: string;
  body: string;
  /** Of the delegate in office on the day; null of a lead who has not answered. */
  office: string | null;
  /** Inside the portal only. */
  name: string | null;
  /** What it was taken under. */
  delegation: { scope: string; since: string } | null;
  answer: { agreed: boolean; words: string | null; on: string } | null;
}

/** One decision in full. */
export interface DecisionView extends DecisionLine {
  withdrawn: { reason: string; on: string; office: string } | null;
  /** Which leads noted it and when; of a decision of delegates. */
  noted: readonly { seatId: string; body: string; on: string | null }[];
  /** Seats of the reader that have not answered. */
  mine: readonly { seatId: string; body: string }[];
}

/** What a seat's lead lets the delegate decide. */
export interface DelegatedList {
  number: number;
  startsOn: string;
  matters: readonly DecisionMatterId[];
  limitPence: number | null;
  office: string;
  recordedOn: string;
}

/** A seat of today with its delegate on a day and what is delegated then. */
export interface SeatPowers {
  seatId: string;
  body: string;
  delegate: { appointmentId: string; office: string; name: string; delegation: { id: string; scope: string; since: string } | null } | null;
  list: DelegatedList | null;
}

/** What of the decisions waits for a lead. */
export interface WaitingDecisions {
  toAnswer: readonly { number: number; sentence: string; seatId: string; body: string; on: string }[];
  toNote: { count: number; since: string } | null;
}
