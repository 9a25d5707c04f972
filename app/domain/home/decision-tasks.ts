import type { WaitingDecisions } from "#app/domain/decisions/decision-view.ts";
import { showDate } from "#app/domain/shared/dates.ts";

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
