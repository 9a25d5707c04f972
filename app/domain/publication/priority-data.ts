import { frequencyLabels } from "#app/domain/priorities/vocabulary.ts";
import { honestWords } from "#app/domain/priorities/rules.ts";

import { pathTo } from "./addresses.ts";
import type { PriorityOutline, PublishedPriority } from "./priorities.ts";
import { licence } from "./vocabulary.ts";

/** What the data beside the page of priorities holds. Field names are stable; new fields may be added. */

/** One update of a priority. Figures are exact decimals as text; null where one is not shown so that no child can be identified. */
export function priorityData(origin: string, { facts, publishedAt, notices, state, outline }: PublishedPriority) {
  const { partnership, priority, update, outlineSha256 } = facts;
  return {
    partnership: { ...partnership, link: origin + pathTo.partnership(partnership.slug) },
    priority,
    update,
    status: state,
    publishedAt,
    notices: notices.map(({ state: became, at, reason }) => ({ status: became, at, reason })),
    sha256: outlineSha256,
    ...(outline ? said(outline) : {}),
    links: { html: origin + pathTo.priority(partnership.slug, priority), update: origin + pathTo.priority(partnership.slug, priority, update) },
    licence: licence.url,
  };
}

function said({ honestState, state, measures, ...outline }: PriorityOutline) {
  return {
    ...outline,
    state: honestState,
    stateWords: honestWords(honestState),
    partnersSay: state,
    measures: measures.map(({ id, number, name, definition, unit, direction, countsChildren, partOf, source, frequency, baseline, target, figures }) => ({ id, number, name, definition, unit, better: direction, countsChildren, partOf, source, frequency: frequencyLabels[frequency], baseline: baseline && { on: baseline.on, value: baseline.value }, target, figures })),
  };
}

export const priorityColumns = ["priority", "title", "state", "partners_say", "lead", "due_on", "first_due_on", "measure", "unit", "better", "kind", "on", "value", "shown", "source", "published_at"] as const;

/** The figures of each priority as rows of a file; a priority without measures has one row. Days are ISO dates. */
export function priorityCells(priorities: readonly PublishedPriority[]): string[][] {
  return priorities.flatMap(({ facts, publishedAt, outline }) => {
    if (!outline) return [];
    const { title, honestState, state, lead, dueOn, originalDueOn, measures } = outline;
    const head = [String(facts.priority), title, honestWords(honestState), honestWords(state), lead, dueOn, originalDueOn];
    const rows = measures.flatMap((measure) => {
      const row = (kind: string, on: string, value: string | null, source: string) => [...head, measure.name, measure.unit, measure.direction, kind, on, value ?? "", value === null ? "no" : "yes", source, publishedAt];
      return [
        ...(measure.baseline ? [row("baseline", measure.baseline.on, measure.baseline.value, measure.source)] : []),
        ...measure.figures.map((figure) => row("figure", figure.on, figure.value, figure.source ?? measure.source)),
        ...(measure.target ? [row("target", measure.target.on, measure.target.value, "")] : []),
      ];
    });
    return rows.length > 0 ? rows : [[...head, "", "", "", "", "", "", "", "", publishedAt]];
  });
}
