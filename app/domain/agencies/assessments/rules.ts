import { daysUntil, showDate } from "#app/domain/shared/dates.ts";

import type { QuestionSet, Standard } from "./question-set.ts";
import type { ReturnStatus } from "./vocabulary.ts";

/** What is typed of one standard; null is nothing yet. */
export interface Answer {
  evidence: string | null;
  rating: string | null;
  action: string | null;
  actionOwner: string | null;
  actionDueOn: string | null;
}

/** What a return still lacks for one standard, in words: "a rating", "an action". Empty when it is complete. */
export function missingOf({ ratings }: Pick<QuestionSet, "ratings">, answer: Answer | undefined): string[] {
  if (!answer) return ["an answer"];
  const rating = ratings.find((each) => each.id === answer.rating);
  const acts = Boolean(rating?.asksForAction) || answer.action !== null;
  return [
    ...(answer.evidence === null ? ["the evidence"] : []),
    ...(rating ? [] : ["a rating"]),
    ...(acts && answer.action === null ? ["an action"] : []),
    ...(acts && answer.actionOwner === null ? ["who does it"] : []),
    ...(acts && answer.actionDueOn === null ? ["by when"] : []),
  ];
}

/** The standards that keep a return from being submitted, each with what is missing. */
export function incomplete(set: Pick<QuestionSet, "ratings" | "standards">, answers: readonly (Answer & { standardId: string })[]): { standard: Standard; missing: string[] }[] {
  return set.standards.flatMap((standard) => {
    const missing = missingOf(set, answers.find((each) => each.standardId === standard.id));
    return missing.length > 0 ? [{ standard, missing }] : [];
  });
}

export interface ReturnClock {
  status: ReturnStatus;
  dueOn: string;
  submittedOn: string | null;
}

/** Whether it is past its day and not there, or came after it. */
export function lateness({ status, dueOn, submittedOn }: ReturnClock, today: string): "overdue" | "was-late" | null {
  if (status === "submitted") return submittedOn !== null && submittedOn > dueOn ? "was-late" : null;
  return dueOn < today ? "overdue" : null;
}

export type Tone = "grey" | "yellow" | "red" | "green" | undefined;

/** How a return stands today, in words. */
export function returnState(clock: ReturnClock, today: string): { text: string; tone: Tone } {
  const late = lateness(clock, today);
  if (clock.status === "submitted") return late ? { text: `Submitted ${days(daysUntil(clock.dueOn, clock.submittedOn ?? clock.dueOn))} late`, tone: "green" } : { text: "Submitted", tone: "green" };
  const begun = clock.status === "begun" ? "Begun" : "Not begun";
  if (late) return { text: `${begun}, ${days(daysUntil(clock.dueOn, today))} overdue`, tone: "red" };
  return { text: begun, tone: clock.status === "begun" ? undefined : "grey" };
}

function days(many: number): string {
  return many === 1 ? "1 day" : `${String(many)} days`;
}

/** "1 April 2026 to 31 March 2027". */
export function showPeriod({ periodFrom, periodTo }: { periodFrom: string; periodTo: string }): string {
  return `${showDate(periodFrom)} to ${showDate(periodTo)}`;
}
