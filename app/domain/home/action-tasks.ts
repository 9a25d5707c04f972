import { Temporal } from "temporal-polyfill";

import { dueSoonDays, dueWords } from "#app/domain/actions/rules.ts";
import { showDate } from "#app/domain/shared/dates.ts";

import type { Task } from "./rules.ts";

/** What of actions waits for one person. Days are ISO dates. */
export interface ActionFacts {
  /** Open actions of the person's posts, and of the agencies for which they speak (`agency` then). */
  toDo: readonly { actionId: string; agency: string | null; what: string; dueOn: string }[];
  /** Actions of others proposed as done, for those who may close them; `owner` by agency or post. */
  toClose: readonly { actionId: string; owner: string; what: string; on: string }[];
  /** How many of others are overdue, the first since when: for the chair and the business manager. */
  late: { overdue: number; dueOn: string } | null;
  /** The same of the delegates of the seats that the person leads, by their posts. */
  lateOfDelegates: readonly { postId: string; owner: string; overdue: number; dueOn: string }[];
}

export const noActions: ActionFacts = { toDo: [], toClose: [], late: null, lateOfDelegates: [] };

export function actionTasks({ toDo, toClose, late, lateOfDelegates }: ActionFacts, today: string): Task[] {
  const until = Temporal.PlainDate.from(today).add({ days: dueSoonDays }).toString();
  return [
    ...toDo.filter(({ dueOn }) => dueOn <= until).map(({ actionId, agency, what, dueOn }): Task => {
      const { text, late } = dueWords(dueOn, today);
      return { text: agency === null ? "Finish an action of yours" : `Do what ${agency} undertook`, path: `/actions/${actionId}`, about: beginningOf(what), date: dueOn, due: { text, tone: late ? "red" : "yellow" } };
    }),
    ...toClose.map(({ actionId, owner, what, on }): Task => ({ text: `Close an action of ${owner}, or ask for more`, path: `/actions/${actionId}`, about: `Proposed as done, with evidence: ${beginningOf(what)}`, date: on, due: { text: `Since ${showDate(on)}`, tone: "yellow" } })),
    ...(late ? [chasing(`Ask after ${many(late.overdue)}`, "/actions?state=overdue", "Past their day, and nobody says that they are done", late.dueOn)] : []),
    ...lateOfDelegates.map(({ postId, owner, overdue, dueOn }) => chasing(`Ask your delegate after ${many(overdue)}`, `/actions?state=overdue&owner=${postId}`, owner, dueOn)),
  ];
}

function chasing(text: string, path: string, about: string, dueOn: string): Task {
  return { text, path, about, date: dueOn, due: { text: "Overdue", tone: "red" } };
}

function many(overdue: number): string {
  return overdue === 1 ? "1 overdue action" : `${overdue.toLocaleString("en-GB")} overdue actions`;
}

const longest = 120;

function beginningOf(words: string): string {
  return words.length <= longest ? words : `${words.slice(0, words.lastIndexOf(" ", longest))} …`;
}
