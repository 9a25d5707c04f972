import { addDecimals, compareDecimals, subtractDecimals } from "./decimals.ts";

/** A count of children that is smaller is not published. */
const leastShown = "5";
const none = "0";

/** What of a measure decides whether a figure may be published. Figures oldest first, the baseline among them. */
export interface CountedMeasure {
  id: string;
  countsChildren: boolean;
  runningTotal: boolean;
  partOf: string | null;
  figures: readonly { on: string; value: string }[];
}

/** One figure of one measure. */
export function figureKey(measureId: string, on: string): string {
  return `${measureId} ${on}`;
}

/**
 * The figures that the public does not read, of all measures of one priority together:
 * a count of children under 5; of a running total, a figure that is fewer than 5 away from the one shown before it;
 * and, where a total and its parts are of the same day, as many more as are needed that what is left after subtracting is
 * at least two figures of 5 or more together. What was once not shown stays so: @param before keys of earlier publications
 */
export function hiddenFigures(measures: readonly CountedMeasure[], before: ReadonlySet<string> = new Set()): Set<string> {
  const hidden = new Set<string>();
  for (const measure of measures.filter((each) => each.countsChildren)) hideSmall(measure, before, hidden);
  // A part may itself be a total: until nothing more is hidden, every total is looked at again.
  for (let known = -1; known !== hidden.size; ) {
    known = hidden.size;
    for (const total of measures) hideSubtractable(total, measures.filter((each) => each.partOf === total.id), hidden);
    for (const measure of measures.filter((each) => each.countsChildren && each.runningTotal)) hideSmallSteps(measure, hidden);
  }
  return hidden;
}

function hideSmall({ id, figures }: CountedMeasure, before: ReadonlySet<string>, hidden: Set<string>): void {
  for (const { on, value } of figures) {
    const key = figureKey(id, on);
    if (isSmall(value) || before.has(key)) hidden.add(key);
  }
}

/** A step up of one to four from the last figure that is shown tells a small count. */
function hideSmallSteps({ id, figures }: CountedMeasure, hidden: Set<string>): void {
  let shown: string | null = null;
  for (const { on, value } of figures) {
    const key = figureKey(id, on);
    if (hidden.has(key)) continue;
    const step = shown === null ? none : subtractDecimals(value, shown);
    if (step !== none && isSmall(step.replace("-", ""))) hidden.add(key);
    else shown = value;
  }
}

function hideSubtractable(total: CountedMeasure, parts: readonly CountedMeasure[], hidden: Set<string>): void {
  for (const { on } of total.figures) {
    const totalKey = figureKey(total.id, on);
    const found = parts.flatMap((part) => part.figures.filter((figure) => figure.on === on).map(({ value }) => ({ key: figureKey(part.id, on), value })));
    const left = found.filter(({ key }) => hidden.has(key));
    const shown = found.filter(({ key }) => !hidden.has(key)).sort((a, b) => compareDecimals(a.value, b.value));
    if (hidden.has(totalKey)) {
      // Parts that are all shown would be added up to it.
      if (left.length === 0 && shown[0]) hidden.add(shown[0].key);
      continue;
    }
    if (left.length === 0) continue;
    while (left.length < 2 || isSmall(left.map(({ value }) => value).reduce(addDecimals))) {
      const next = shown.shift();
      hidden.add(next?.key ?? totalKey);
      if (!next) break;
      left.push(next);
    }
  }
}

function isSmall(value: string): boolean {
  return compareDecimals(value, leastShown) < 0;
}
