import type { WaitingDecisions } from "#app/domain/decisions/decision-view.ts";
import { countOf } from "#app/domain/documents/version-state.ts";
import type { WaitingEscalations } from "#app/domain/escalations/escalation-view.ts";
import { stageLabels } from "#app/domain/escalations/vocabulary.ts";
import type { WaitingRisks } from "#app/domain/risks/risk-view.ts";
import { daysUntil, showDate } from "#app/domain/shared/dates.ts";

import type { Task } from "./rules.ts";

/** What of the decisions waits for a lead: those that take their agreement, and what their delegates decided. */
export function decisionTasks({ toAnswer, toNote }: WaitingDecisions): Task[] {
  const since = (on: string): Pick<Task, "date" | "due"> => ({ date: on, due: { text: `Since ${showDate(on)}`, tone: "yellow" } });
  const several = new Set(toAnswer.map((each) => each.seatId)).size > 1;
  return [
    ...toAnswer.map(({ number, sentence, seatId, body, on }) => ({ text: `Agree or decline decision ${String(number)}${several ? `, for ${body}` : ""}`, path: `/decisions/${String(number)}/answer/${seatId}`, about: sentence, ...since(on) })),
    ...(toNote ? [{ text: toNote.count === 1 ? "Note a decision that your delegates took" : `Note ${toNote.count.toLocaleString("en-GB")} decisions that your delegates took`, path: "/decisions/to-note", about: "One list; you note all of it at once", ...since(toNote.since) }] : []),
  ];
}

/** What of the escalations waits: a decision of the person's stage, and for a chair to follow the others. */
export function escalationTasks({ toDecide, toFollow }: WaitingEscalations, today: string): Task[] {
  return [
    ...toDecide.map(({ number, subject, since, dueOn }) => ({ text: `Decide about escalation ${String(number)}`, path: `/escalations/${String(number)}`, about: subject, ...dueBy(dueOn, since, today) })),
    ...toFollow.map(({ number, subject, stage, since, dueOn }) => ({ text: `Follow escalation ${String(number)}, which is with ${stageLabels[stage]}`, path: `/escalations/${String(number)}`, about: subject, ...dueBy(dueOn, since, today) })),
  ];
}

/** Risks whose review is overdue. */
export function riskTasks({ overdue }: WaitingRisks, today: string): Task[] {
  return overdue.map(({ number, title, reviewOn }) => ({ text: `Review risk ${String(number)}`, path: `/risks/${String(number)}`, about: title, ...dueBy(reviewOn, reviewOn, today) }));
}

function dueBy(dueOn: string | null, since: string, today: string): Pick<Task, "date" | "due"> {
  if (dueOn === null) return { date: since, due: { text: `Since ${showDate(since)}`, tone: "yellow" } };
  const late = -daysUntil(today, dueOn);
  return { date: dueOn, due: late > 0 ? { text: `${countOf(late, "day")} late`, tone: "red" } : { text: late === 0 ? "Due today" : `Due ${showDate(dueOn)}`, tone: "yellow" } };
}
