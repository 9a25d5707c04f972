import type { EscalationKind, EscalationOutcome, EscalationStage, EscalationState, EscalationStepKind } from "./vocabulary.ts";

/** An escalation as it stands. Days are ISO dates. */
export interface EscalationView {
  id: string;
  /** The nth of the partnership. */
  number: number;
  kind: EscalationKind;
  subject: string;
  issue: string;
  sought: string;
  parties: readonly string[];
  raisedOn: string;
  stage: EscalationStage;
  stageSince: string;
  decidedOn: string | null;
  closedOn: string | null;
  outcome: EscalationOutcome | null;
  /** How many steps were taken: what a form begins from. */
  steps: number;
  office: string;
  recordedOn: string;
  state: EscalationState;
  /** By when the stage should be over; null where the partnership set no clock. */
  dueOn: string | null;
  /** Days after that; 0 in time, closed, or without a clock. */
  daysLate: number;
}

/** Something that happened to an escalation. */
export interface EscalationStepView {
  number: number;
  kind: EscalationStepKind;
  stage: EscalationStage;
  onDay: string;
  words: string;
  tookPart: string | null;
  advice: string | null;
  minorityView: string | null;
  office: string;
  recordedOn: string;
}

/** How many days a stage has. */
export interface Clock {
  stage: EscalationStage;
  days: number;
  startsOn: string;
  number: number;
}

/** What of the escalations waits for one person. */
export interface WaitingEscalations {
  /** At a stage of which the person is, and not decided there. */
  toDecide: readonly { number: number; subject: string; since: string; dueOn: string | null }[];
  /** Of a chair: the others that are open, since the chair is the single point of escalation. */
  toFollow: readonly { number: number; subject: string; stage: EscalationStage; since: string; dueOn: string | null }[];
}
