import { countOf } from "#app/domain/documents/version-state.ts";
import { showDate } from "#app/domain/shared/dates.ts";
import { workingDaysAfter } from "#app/domain/shared/working-days.ts";

import type { RequestView } from "./request-view.ts";
import { type EscalationStage, escalationStages, type RequestState, requestStateLabels, stageLabels } from "./vocabulary.ts";

type Standing = Pick<RequestView, "dueOn" | "answer" | "stage" | "closedOn">;

/** Where a request stands on a day. What was escalated stays so until everything is supplied or it is closed. */
export function stateOf({ dueOn, answer, stage, closedOn }: Standing, today: string): RequestState {
  if (closedOn !== null) return "closed";
  if (stage !== null) return "escalated";
  if (answer !== null) return answer === "refused" ? "refused" : "answered";
  return today > dueOn ? "overdue" : "open";
}

/** Working days after the day it was due and before it, as long as nothing was answered. */
export function countDays({ dueOn, answer, closedOn }: Standing, today: string, bankHolidays: ReadonlySet<string>): Pick<RequestView, "daysOverdue" | "daysLeft"> {
  if (answer !== null || closedOn !== null) return { daysOverdue: 0, daysLeft: 0 };
  return { daysOverdue: workingDaysAfter(dueOn, today, bankHolidays), daysLeft: workingDaysAfter(today, dueOn, bankHolidays) };
}

/** The state in words: "Overdue by 3 working days", "With the partnership chair". */
export function stateWords({ state, answer, stage, daysOverdue }: Pick<RequestView, "state" | "answer" | "stage" | "daysOverdue">): string {
  if (state === "overdue" && daysOverdue > 0) return `Overdue by ${countOf(daysOverdue, "working day")}`;
  if (state === "answered" && answer === "in-part") return "Answered in part";
  return state === "escalated" && stage ? `With ${stageLabels[stage]}` : requestStateLabels[state];
}

/** How long there is: "Due in 5 working days". Nothing once it was answered or is late. */
export function timeLeft({ state, daysLeft, dueOn }: Pick<RequestView, "state" | "daysLeft" | "dueOn">, today: string): string | null {
  if (state !== "open") return null;
  if (dueOn === today) return "Due today";
  return daysLeft === 0 ? `Due by ${showDate(dueOn)}` : `Due in ${countOf(daysLeft, "working day")}`;
}

/** To whom it can be taken next; null at the end, and while it is neither late, refused, answered in part nor escalated. */
export function nextStage({ state, stage, answer }: Pick<RequestView, "state" | "stage" | "answer">): EscalationStage | null {
  const unmet = state === "overdue" || state === "refused" || state === "escalated" || (state === "answered" && answer === "in-part");
  if (!unmet) return null;
  return escalationStages[stage === null ? 0 : escalationStages.indexOf(stage) + 1] ?? null;
}

export type RequestAct = "answer" | "move" | "escalate" | "decide" | "close";

/** What can be done to a request, the likeliest first. */
export function actsOn(request: Pick<RequestView, "state" | "stage" | "answer" | "decidedOn">): RequestAct[] {
  const { state, stage, answer, decidedOn } = request;
  if (state === "closed") return [];
  const acts: RequestAct[] = [];
  if (stage !== null && decidedOn === null) acts.push("decide");
  if (answer === "in-full" && stage === null) acts.push("close");
  acts.push("answer");
  if (nextStage(request) !== null) acts.push("escalate");
  if (answer !== "in-full") acts.push("move");
  if (!acts.includes("close")) acts.push("close");
  return acts;
}

/** What comes next, and who does it. */
export function nextWords(request: Pick<RequestView, "state" | "stage" | "answer" | "decidedOn" | "recipient" | "dueOn">): string | null {
  const { state, stage, answer, decidedOn, recipient, dueOn } = request;
  const next = nextStage(request);
  const up = next ? `take it to ${stageLabels[next]}` : null;
  switch (state) {
    case "open":
      return `${recipient} answers by ${showDate(dueOn)}.`;
    case "overdue":
      return `record the answer, agree another day, or ${up ?? "close it"}.`;
    case "refused":
      return `${up ?? "close it"}, or close it if it is not pursued.`;
    case "answered":
      return answer === "in-part" && up ? `close it if that is enough, or ${up}.` : "close it.";
    case "escalated":
      if (stage !== null && decidedOn === null) return stage === "chair" ? "the partnership chair decides what to do, with the scrutineer’s advice." : `${stageLabels[stage]} decide what to do.`;
      return up ? `record the answer, close it, or ${up}.` : "record the answer, or close it. Nobody in the partnership stands above the lead safeguarding partners.";
    case "closed":
      return null;
  }
}
