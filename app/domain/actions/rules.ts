import { can, type Person } from "#app/domain/access/rules.ts";
import { daysUntil, showDate } from "#app/domain/shared/dates.ts";

import { type OriginKind, origins } from "./origins.ts";
import type { ActionInFull, ActionMeans, ActionStanding } from "./views.ts";
import { type ActionState, actionStateLabels } from "./vocabulary.ts";

/** From how many days before its day an action is somebody's task, and in the list of what is due soon. */
export const dueSoonDays = 30;

interface Clock {
  state: ActionState;
  dueOn: string;
}

/** Whether it is past its day and nobody says that it is done. */
export function isOverdue({ state, dueOn }: Clock, today: string): boolean {
  return state === "open" && dueOn < today;
}

/** "Due today", "Due in 8 days", "8 days overdue". */
export function dueWords(dueOn: string, today: string): { text: string; late: boolean } {
  const left = daysUntil(today, dueOn);
  if (left < 0) return { text: `${days(-left)} overdue`, late: true };
  return { text: left === 0 ? "Due today" : `Due in ${days(left)}`, late: false };
}

/** How an action stands today, in words: "Open, 3 days overdue". */
export function actionState({ state, dueOn }: Clock, today: string): { text: string; tone: "green" | "yellow" | "red" | undefined } {
  if (state === "closed") return { text: actionStateLabels.closed, tone: "green" };
  if (state === "proposed-done") return { text: actionStateLabels["proposed-done"], tone: "yellow" };
  const { text, late } = dueWords(dueOn, today);
  return late ? { text: `Open, ${text}`, tone: "red" } : { text: "Open", tone: undefined };
}

function days(many: number): string {
  return many === 1 ? "1 day" : `${String(many)} days`;
}

export type ActionAct = "progress" | "propose" | "close" | "more" | "move" | "owner";

/** What can be done to an action in its state by somebody with these means, the likeliest first. */
export function actsOn(state: ActionState, { work, close, change }: ActionMeans): ActionAct[] {
  if (state === "closed") return [];
  return [
    ...(state === "open" && work ? (["propose", "progress"] as const) : []),
    ...(state === "proposed-done" && close ? (["close", "more"] as const) : []),
    ...(change ? (["move"] as const) : []),
    ...(change && state === "open" ? (["owner"] as const) : []),
  ];
}

/** What comes next, and who does it; null at the end. */
export function nextWords({ state, owner, agency, dueOn, originalDueOn, involved, may }: Pick<ActionInFull, "state" | "owner" | "agency" | "dueOn" | "originalDueOn" | "involved" | "may">): string | null {
  if (state === "closed") return null;
  if (state === "open") return `${agency ?? owner} does it by ${showDate(dueOn)}${dueOn === originalDueOn ? "" : `, at first by ${showDate(originalDueOn)}`}, and proposes it as done with what shows it.`;
  if (may.close) return "close it if the evidence convinces you, or ask for more.";
  return involved ? "somebody else closes it, or asks for more. Whoever owns an action or proposed it as done does not close it." : "a delegated safeguarding partner or the chair closes it, or asks for more.";
}

/** Whether somebody may close actions of this origin: a delegated partner or the chair; of some origins the scrutineer, too. */
export function mayClose(person: Person, partnershipId: string, origin: OriginKind): boolean {
  if (!can(person, "close-actions", { partnershipId })) return false;
  return origins[origin].scrutineerCloses || person.holds.some((held) => held.partnershipId === partnershipId && (held.role === "dsp" || held.role === "chair"));
}

/** What somebody may do with an action. `involved`: it is theirs, or they proposed it as done. */
export function meansFor(person: Person, partnershipId: string, { origin, standing, involved }: { origin: OriginKind; standing: ActionStanding; involved: boolean }): ActionMeans {
  return {
    work: standing === "own" || standing === "on-behalf",
    close: !involved && mayClose(person, partnershipId, origin),
    change: can(person, "record-actions", { partnershipId }),
  };
}
