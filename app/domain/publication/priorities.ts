import { honestWords } from "#app/domain/priorities/rules.ts";
import type { ShownMeasure } from "#app/domain/priorities/shown-measure.ts";
import { type PriorityState, priorityStates } from "#app/domain/priorities/vocabulary.ts";

import type { Notice } from "./rules.ts";

/** How a priority is told to the public: what the partners say, but nothing of progress without evidence. */
export type HonestState = PriorityState | "no-evidence";

/** The facts of one update of a priority, which stay when its words are taken down. */
export interface StoredPriorityUpdate {
  partnership: { id: string; slug: string; name: string };
  priorityId: string;
  /** The nth priority of the partnership, and the nth update of it. */
  priority: number;
  update: number;
  state: HonestState;
  outlineSha256: string;
}

/** Something that was said of a priority, or another due date. */
export type PublishedStoryEntry = { on: string; office: string } & (
  | { kind: "statement"; state: PriorityState; words: string; figures: { name: string; unit: string; value: string | null; on: string }[] }
  | { kind: "move"; from: string; to: string; reason: string; agreedBy: string }
);

/** What the public reads of a priority. */
export interface PriorityOutline {
  title: string;
  why: string;
  outcome: string;
  periodFrom: string;
  periodTo: string;
  /** The statutory partner whose delegated partner leads it. */
  lead: string;
  /** Bodies that work on it, without those whose names are withheld. */
  agencies: { id: string; name: string }[];
  withheldAgencies: number;
  /** As the partners say it. */
  state: PriorityState;
  honestState: HonestState;
  dueOn: string;
  originalDueOn: string;
  agreedOn: string;
  agreedWhere: string;
  measures: ShownMeasure[];
  /** The last first. */
  story: PublishedStoryEntry[];
}

export type PriorityUpdateState = "published" | "superseded" | "withdrawn" | "taken-down";

/** One update of a priority. Moments are RFC 3339. */
export interface PriorityUpdate {
  publicationId: string;
  publishedAt: string;
  facts: StoredPriorityUpdate;
  notices: Notice[];
  state: PriorityUpdateState;
}

/** An update with its words; null once they were taken down. */
export interface PublishedPriority extends PriorityUpdate {
  outline: PriorityOutline | null;
}

/** What became of an update: the gravest that is true of it. */
export function stateOfUpdate(notices: readonly Notice[]): PriorityUpdateState {
  const was = (state: Notice["state"]) => notices.some((notice) => notice.state === state);
  if (was("taken-down") || was("erased")) return "taken-down";
  return was("withdrawn") ? "withdrawn" : was("superseded") ? "superseded" : "published";
}

const order: readonly HonestState[] = [...priorityStates, "no-evidence"];

/** "Priorities: 2 on track, 1 off track and 2 with no evidence of progress yet."; null while none is published. */
export function countPriorities(current: readonly Pick<PriorityUpdate, "facts" | "state">[]): string | null {
  const standing = current.filter(({ state }) => state === "published");
  if (standing.length === 0) return null;
  const parts = order.flatMap((each) => {
    const many = standing.filter(({ facts }) => facts.state === each).length;
    return many === 0 ? [] : [`${String(many)} ${each === "no-evidence" ? "with no evidence of progress yet" : honestWords(each).toLowerCase()}`];
  });
  return `${standing.length === 1 ? "1 priority" : `${String(standing.length)} priorities`}: ${new Intl.ListFormat("en-GB").format(parts)}.`;
}
