import type { Direction, Frequency, PointQuestion, PriorityState } from "./vocabulary.ts";

/** A shared priority as it stands. Days are ISO dates. */
export interface PriorityView {
  id: string;
  /** The nth of the partnership. */
  number: number;
  title: string;
  /** The evidence on which it was chosen. */
  why: string;
  /** What is to be different for children. */
  outcome: string;
  periodFrom: string;
  periodTo: string;
  /** The statutory partner whose delegated partner leads it. */
  lead: { seatId: string; name: string };
  agencies: readonly { membershipId: string; name: string }[];
  state: PriorityState;
  dueOn: string;
  originalDueOn: string;
  /** Null while it is a draft. */
  agreedOn: string | null;
  agreedWhere: string | null;
  /** Grows with every change of it: what a form begins from. */
  revision: number;
  office: string;
  recordedOn: string;
  measures: readonly MeasureView[];
}

export interface MeasureView {
  id: string;
  /** The nth of the priority. */
  number: number;
  name: string;
  definition: string;
  unit: string;
  direction: Direction;
  /** A count of children: figures under 5 are not shown to the public. */
  countsChildren: boolean;
  /** Each figure includes the ones before it. */
  runningTotal: boolean;
  /** The measure of the same priority of which this one is a part. */
  partOf: string | null;
  baseline: DatedValue | null;
  target: DatedValue | null;
  source: string;
  frequency: Frequency;
  /** The figures that stand, oldest first. */
  points: readonly PointView[];
  /** Figures that others took the place of, oldest first. */
  superseded: readonly PointView[];
}

export interface DatedValue {
  /** An exact decimal. */
  value: string;
  on: string;
}

export interface PointView extends DatedValue {
  id: string;
  source: string;
  /** Why it is right although it was asked about. */
  confirmedReason: string | null;
  questions: readonly PointQuestion[];
  office: string;
  recordedBy: string;
  recordedOn: string;
}

/** A measure as it stood when a statement was made. */
export type FrozenMeasure = Pick<MeasureView, "id" | "name" | "unit" | "direction" | "baseline" | "target"> & { latest: (DatedValue & { source: string }) | null };

/** What was said of a priority on a day. */
export interface StatementView {
  number: number;
  state: PriorityState;
  words: string;
  measures: readonly FrozenMeasure[];
  office: string;
  /** The day it was made. */
  on: string;
  /** The moment, which tells in which order things happened. */
  at: string;
}

/** The due date moved. */
export interface MoveView {
  number: number;
  from: string;
  to: string;
  reason: string;
  /** Who agreed, in words. */
  agreedBy: string;
  office: string;
  on: string;
  at: string;
}

/** A priority with its story. */
export interface PriorityDetail {
  today: string;
  priority: PriorityView;
  statements: readonly StatementView[];
  moves: readonly MoveView[];
}

/** An agreed priority that the person leads as delegated partner, and that is not concluded. Days are ISO dates. */
export interface LedPriority {
  number: number;
  title: string;
  state: PriorityState;
  dueOn: string;
  /** The day of the last statement; the day it was agreed while there is none. */
  saidOn: string;
}

/** What may be chosen in the form of a priority. */
export interface PriorityChoices {
  today: string;
  seats: readonly { id: string; name: string }[];
  agencies: readonly { id: string; name: string }[];
}
