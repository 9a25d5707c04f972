import { showDate } from "#app/domain/shared/dates.ts";
import { capitalised } from "#app/domain/shared/sentences.ts";

import type { RequestView, StepView } from "./request-view.ts";
import { requestAnswerLabels, requestOutcomeLabels, stageLabels } from "./vocabulary.ts";

/** One thing that happened to a request, told. */
export interface StoryEntry {
  key: string;
  /** ISO date. */
  on: string;
  title: string;
  paragraphs: string[];
  /** By which office, and when it was recorded if that was another day. */
  by: string;
}

/** A request from its beginning to today, in the order of what happened. */
export function storyOf(request: RequestView, steps: readonly StepView[]): StoryEntry[] {
  const { requester, recipient, firstDueOn, askedOn, office, recordedOn } = request;
  const asked: StoryEntry = {
    key: "asked",
    on: askedOn,
    title: "Asked",
    paragraphs: [`${requester?.name ?? "The safeguarding partners together"} asked ${recipient}, for an answer by ${showDate(firstDueOn)}.`],
    by: byWhom(office, askedOn, recordedOn),
  };
  let due = firstDueOn;
  const told = steps.map((step) => {
    const entry = { key: String(step.number), on: step.onDay, title: titleOf(step, due), paragraphs: paragraphsOf(step), by: byWhom(step.byRecipient ? `${step.office}, for the recipient` : step.office, step.onDay, step.recordedOn) };
    due = step.dueOn ?? due;
    return entry;
  });
  return [asked, ...told];
}

function titleOf({ kind, dueOn, answer, stage, outcome }: StepView, due: string): string {
  switch (kind) {
    case "due-moved":
      return `Due date moved from ${showDate(due)} to ${showDate(dueOn ?? due)}`;
    case "answered":
      return answer ? requestAnswerLabels[answer] : "Answered";
    case "escalated":
      return `Escalated to ${stage ? stageLabels[stage] : "others"}`;
    case "decided":
      return `${capitalised(stage ? stageLabels[stage] : "They")} decided`;
    case "closed":
      return `Closed: ${outcome ? requestOutcomeLabels[outcome] : ""}`;
  }
}

function paragraphsOf({ words, advice, minorityView }: StepView): string[] {
  return [words, advice && `The scrutineer’s advice: ${advice}`, minorityView && `Minority view: ${minorityView}`].filter((each) => each !== null);
}

function byWhom(office: string, on: string, recordedOn: string): string {
  return on === recordedOn ? office : `${office}; recorded on ${showDate(recordedOn)}`;
}
