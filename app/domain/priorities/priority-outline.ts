import type { PriorityOutline, PublishedStoryEntry } from "#app/domain/publication/priorities.ts";

import type { MeasureView, PriorityDetail, StatementView } from "./priority-view.ts";
import { honestState } from "./rules.ts";
import { showMeasure } from "./shown-measure.ts";
import { figureKey, hiddenFigures } from "./suppression.ts";

/** A body that works on the priority; `withheld` when the public does not read its name. */
export interface InvolvedBody {
  id: string;
  name: string;
  withheld: boolean;
}

/**
 * A priority as the public will read it: small counts of children, and what would tell them, left out.
 * @param before keys of figures that earlier updates did not show
 */
export function outlineOf({ priority, statements, moves }: PriorityDetail, bodies: readonly InvolvedBody[], before: ReadonlySet<string>): PriorityOutline {
  const { title, why, outcome, periodFrom, periodTo, lead, state, dueOn, originalDueOn, agreedOn, agreedWhere, measures } = priority;
  if (agreedOn === null || agreedWhere === null) throw new Error("only what is agreed is published");
  const hidden = hiddenIn(measures, before);
  const told: (PublishedStoryEntry & { at: string })[] = [
    ...[...statements].reverse().map(({ on, at, office, state: said, words, measures: frozen }) => ({ kind: "statement" as const, on, at, office, state: said, words, figures: figuresOf(frozen, measures, hidden) })),
    ...[...moves].reverse().map(({ on, at, office, from, to, reason, agreedBy }) => ({ kind: "move" as const, on, at, office, from, to, reason, agreedBy })),
  ];
  return {
    title, why, outcome, periodFrom, periodTo, state, dueOn, originalDueOn, agreedOn, agreedWhere,
    lead: lead.name,
    agencies: bodies.filter(({ withheld }) => !withheld).map(({ id, name }) => ({ id, name })),
    withheldAgencies: bodies.filter(({ withheld }) => withheld).length,
    honestState: honestState(priority),
    measures: measures.map((measure) => showMeasure(measure, measures, hidden)),
    story: told.sort((a, b) => b.at.localeCompare(a.at)).map(({ at: _moment, ...entry }) => entry),
  };
}

function hiddenIn(measures: readonly MeasureView[], before: ReadonlySet<string>): Set<string> {
  const counted = measures.map(({ id, countsChildren, runningTotal, partOf, baseline, points }) => {
    const figures = [...(baseline && points.every((point) => point.on !== baseline.on) ? [baseline] : []), ...points].map(({ on, value }) => ({ on, value })).sort((a, b) => a.on.localeCompare(b.on));
    return { id, countsChildren, runningTotal, partOf, figures };
  });
  return hiddenFigures(counted, before);
}

/** The last figures of a statement. Of a count of children only what still stands and is shown: a figure that another took the place of was not weighed with the rest. */
function figuresOf(frozen: StatementView["measures"], measures: readonly MeasureView[], hidden: ReadonlySet<string>) {
  return frozen.flatMap(({ id, name, unit, latest }) => {
    const measure = measures.find((each) => each.id === id);
    if (!latest || !measure) return [];
    const stands = measure.points.some((point) => point.on === latest.on && point.value === latest.value);
    const shown = measure.countsChildren ? stands && !hidden.has(figureKey(id, latest.on)) : true;
    return [{ name, unit, on: latest.on, value: shown ? latest.value : null }];
  });
}

/** Keys of the figures that an update does not show: later updates do not show them either. */
export function hiddenBy({ measures }: Pick<PriorityOutline, "measures">): string[] {
  return measures.flatMap(({ id, baseline, figures }) => [...(baseline ? [baseline] : []), ...figures].flatMap(({ on, value }) => (value === null ? [figureKey(id, on)] : [])));
}
