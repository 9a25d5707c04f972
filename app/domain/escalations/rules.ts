import { Temporal } from "temporal-polyfill";

import { countOf } from "#app/domain/documents/version-state.ts";
import { daysUntil, showDate } from "#app/domain/shared/dates.ts";

import type { Clock, EscalationView } from "./escalation-view.ts";
import { type EscalationStage, escalationStages, stageLabels } from "./vocabulary.ts";

type Standing = Pick<EscalationView, "stage" | "stageSince" | "closedOn">;

/** The days that a stage has, by the clock of the day on which it began; null where none was set. */
export function daysOf(clocks: readonly Clock[], { stage, stageSince }: Pick<Standing, "stage" | "stageSince">): number | null {
  const set = clocks.filter((clock) => clock.stage === stage && clock.startsOn <= stageSince).sort((a, b) => a.startsOn.localeCompare(b.startsOn) || a.number - b.number);
  return set.at(-1)?.days ?? null;
}

/** Where it stands on a day: by when its stage should be over, and how many days late it is. Calendar days. */
export function standOf(escalation: Standing, clocks: readonly Clock[], today: string): Pick<EscalationView, "state" | "dueOn" | "daysLate"> {
  const days = daysOf(clocks, escalation);
  const dueOn = days === null ? null : Temporal.PlainDate.from(escalation.stageSince).add({ days }).toString();
  if (escalation.closedOn !== null) return { state: "closed", dueOn, daysLate: 0 };
  const daysLate = dueOn === null ? 0 : Math.max(0, -daysUntil(today, dueOn));
  return { state: daysLate > 0 ? "late" : "open", dueOn, daysLate };
}

/** To whom it can be taken next; null at the last resort and once it is closed. */
export function nextStage({ stage, closedOn }: Pick<Standing, "stage" | "closedOn">): EscalationStage | null {
  return closedOn === null ? (escalationStages[escalationStages.indexOf(stage) + 1] ?? null) : null;
}

export type EscalationAct = "decide" | "settle" | "take-further";

/** What can be done, the likeliest first. */
export function actsOn(escalation: Pick<EscalationView, "stage" | "closedOn" | "decidedOn">): EscalationAct[] {
  if (escalation.closedOn !== null) return [];
  const further: EscalationAct[] = nextStage(escalation) ? ["take-further"] : [];
  return escalation.decidedOn === null ? ["decide", "settle", ...further] : ["settle", ...further, "decide"];
}

/** The state in words: "With the partnership chair, 3 days late". */
export function stateWords({ stage, closedOn, outcome, daysLate }: Pick<EscalationView, "stage" | "closedOn" | "outcome" | "daysLate">): string {
  if (closedOn !== null) return outcome === "settled" ? "Settled" : "Withdrawn";
  return `With ${stageLabels[stage]}${daysLate > 0 ? `, ${countOf(daysLate, "day")} late` : ""}`;
}

/** How long there is: "Due in 5 days"; nothing once it is late, closed or without a clock. */
export function timeLeft({ dueOn, state }: Pick<EscalationView, "dueOn" | "state">, today: string): string | null {
  if (dueOn === null || state !== "open") return null;
  const days = daysUntil(today, dueOn);
  return days === 0 ? "Due today" : `Due in ${countOf(days, "day")}, by ${showDate(dueOn)}`;
}

/** What comes next, as the end of a sentence that begins "Next:"; null once it is closed. */
export function nextWords(escalation: Pick<EscalationView, "stage" | "closedOn" | "decidedOn">): string | null {
  const { stage, closedOn, decidedOn } = escalation;
  if (closedOn !== null) return null;
  const next = nextStage(escalation);
  if (decidedOn !== null) return next ? `record that it is settled, or take it to ${stageLabels[next]}.` : "record that it is settled.";
  if (stage === "raised") return "those concerned try to settle it among themselves.";
  if (stage === "chair") return "the partnership chair decides, with the scrutineer’s advice.";
  if (stage === "department") return "the Department for Education answers.";
  return `${stageLabels[stage]} decide.`;
}

/** How many were settled, and in how many days the middle one was; null while none was. What the public may know. */
export function settledFigures(escalations: readonly Pick<EscalationView, "raisedOn" | "closedOn" | "outcome">[]): { settled: number; medianDays: number | null } {
  const days = escalations.flatMap(({ raisedOn, closedOn, outcome }) => (outcome === "settled" && closedOn !== null ? [daysUntil(raisedOn, closedOn)] : [])).sort((a, b) => a - b);
  const [low, high] = [days[Math.floor((days.length - 1) / 2)], days[Math.floor(days.length / 2)]];
  return { settled: days.length, medianDays: low === undefined || high === undefined ? null : Math.round((low + high) / 2) };
}
