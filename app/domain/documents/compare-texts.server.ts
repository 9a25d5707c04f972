import { diffArrays, diffWordsWithSpace } from "diff";

import type { DiffPart } from "./comparison.ts";
import type { TextDifference } from "./drafting-view.ts";

/** Beyond this many differences two texts are shown as one removed and one added: finding more would take seconds. */
const mostEdits = 1_000;

/** Two texts as they were typed, line by line and word by word. Nothing when they are the same. */
export function compareTexts(before: string, after: string): TextDifference[] {
  if (before === after) return [];
  const changes = diffArrays(before.split("\n"), after.split("\n"), { maxEditLength: mostEdits });
  if (!changes) return [{ parts: [{ change: "removed", text: before }] }, { parts: [{ change: "added", text: after }] }];
  const found: TextDifference[] = [];
  let removed: string[] = [];
  for (const change of changes) {
    if (change.removed) {
      removed = change.value;
      continue;
    }
    const added = change.added ? change.value : [];
    found.push(...pairLines(removed, added));
    removed = [];
    if (!change.added) found.push({ same: change.value });
  }
  return [...found, ...pairLines(removed, [])];
}

function pairLines(removed: readonly string[], added: readonly string[]): TextDifference[] {
  return Array.from({ length: Math.max(removed.length, added.length) }, (_, at) => ({ parts: compareLine(removed[at] ?? "", added[at] ?? "") }));
}

/** The differing words of one line. */
export function compareLine(before: string, after: string): DiffPart[] {
  const changes = before === "" || after === "" ? undefined : diffWordsWithSpace(before, after, { maxEditLength: mostEdits });
  const apart: DiffPart[] = [{ change: "removed", text: before }, { change: "added", text: after }];
  const parts = changes?.map((change): DiffPart => ({ change: change.added ? "added" : change.removed ? "removed" : "same", text: change.value })) ?? apart;
  return parts.filter((part) => part.text !== "");
}
