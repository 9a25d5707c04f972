import type { ActionRow } from "#app/domain/actions/views.ts";

import type { AgencySector } from "../vocabulary.ts";
import type { QuestionSet } from "./question-set.ts";
import type { ChallengeStatus, Drawn, RemarkKind, ReturnStatus } from "./vocabulary.ts";

/** A round without what was returned. Days are ISO dates, moments ISO moments. */
export interface RoundView {
  id: string;
  setId: string;
  title: string;
  shortTitle: string;
  periodFrom: string;
  periodTo: string;
  dueOn: string;
  issuedOn: string;
  issuedOffice: string;
}

/** How far one agency is in a round. */
export interface ReturnRow {
  id: string;
  membershipId: string;
  agency: string;
  sector: AgencySector;
  firstDueOn: string;
  dueOn: string;
  status: ReturnStatus;
  submittedOn: string | null;
  onBehalf: boolean;
  addedLater: boolean;
  sampled: boolean;
  /** Challenges that wait for the agency, and all that there were. */
  challenges: { waiting: number; answered: number; all: number };
}

export interface AnswerView {
  standardId: string;
  evidence: string | null;
  rating: string | null;
  action: string | null;
  actionOwner: string | null;
  actionDueOn: string | null;
  revision: number;
  savedAt: string;
  savedOffice: string;
  onBehalf: boolean;
}

export interface Remark {
  number: number;
  kind: RemarkKind;
  text: string;
  saidAt: string;
  office: string;
  onBehalf: boolean;
}

export interface ChallengeView {
  id: string;
  returnId: string;
  membershipId: string;
  standardId: string;
  status: ChallengeStatus;
  revision: number;
  remarks: Remark[];
  /** Beside the agency's own rating, once the answer is accepted. */
  moderated: { rating: string; office: string; on: string } | null;
}

/** An action of a self-assessment as lists show it, with the standard that it is about. */
export interface AssessmentAction extends ActionRow {
  returnId: string;
  standardId: string;
  standard: string;
  round: string;
}

/** How the reader may act on a return: as the agency, for it, or not at all. `blocked`: it answers for itself. */
export type Standing = "own" | "on-behalf" | "blocked" | "none";

export interface ReturnView {
  id: string;
  membershipId: string;
  agency: string;
  round: RoundView;
  set: QuestionSet;
  firstDueOn: string;
  dueOn: string;
  status: ReturnStatus;
  revision: number;
  addedLater: boolean;
  submitted: { on: string; at: string; office: string; declaration: string; onBehalf: boolean; sha256: string } | null;
  extensions: { number: number; from: string; to: string; reason: string; on: string; office: string }[];
  sample: { drawn: Drawn; seed: string | null; from: number | null; on: string; office: string } | null;
  /** How many standards are answered in full. */
  complete: number;
  /** Nothing until the return is submitted, but for those who fill it in. */
  answers: AnswerView[];
  /** What the agency said before, by the title of that round; null when it never did. */
  before: { title: string; answers: AnswerView[] } | null;
  challenges: ChallengeView[];
  actions: AssessmentAction[];
  standing: Standing;
}
