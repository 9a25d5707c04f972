import { capitalised } from "#app/domain/shared/sentences.ts";
import { showDate } from "#app/domain/shared/dates.ts";

import type { EscalationStepView, EscalationView } from "./escalation-view.ts";
import { stageLabels } from "./vocabulary.ts";

/** One thing that happened, told. */
export interface StoryEntry {
  key: string;
  /** ISO date. */
  on: string;
  title: string;
  paragraphs: string[];
  /** By which office, and when it was recorded if that was another day. */
  by: string;
}

/** An escalation from its beginning to today. */
export function storyOf({ raisedOn, parties, sought, office, recordedOn }: Pick<EscalationView, "raisedOn" | "parties" | "sought" | "office" | "recordedOn">, steps: readonly EscalationStepView[]): StoryEntry[] {
  const raised = { key: "raised", on: raisedOn, title: `Raised: ${new Intl.ListFormat("en-GB").format(parties)}`, paragraphs: [`Sought: ${sought}`], by: byWhom(office, raisedOn, recordedOn) };
  return [raised, ...steps.map((step) => ({ key: String(step.number), on: step.onDay, title: titleOf(step), paragraphs: paragraphsOf(step), by: byWhom(step.office, step.onDay, step.recordedOn) }))];
}

function titleOf({ kind, stage }: EscalationStepView): string {
  switch (kind) {
    case "taken-further":
      return `Taken to ${stageLabels[stage]}`;
    case "decided":
      return `${capitalised(stageLabels[stage])} decided`;
    case "settled":
      return `Settled, with ${stageLabels[stage]}`;
    case "withdrawn":
      return "Withdrawn";
  }
}

function paragraphsOf({ words, tookPart, advice, minorityView }: EscalationStepView): string[] {
  return [words, tookPart && `Took part: ${tookPart}`, advice && `The scrutineer’s advice: ${advice}`, minorityView && `Minority view: ${minorityView}`].filter((each) => each !== null);
}

function byWhom(office: string, on: string, recordedOn: string): string {
  return on === recordedOn ? office : `${office}; recorded on ${showDate(recordedOn)}`;
}
