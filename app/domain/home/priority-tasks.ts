import { Temporal } from "temporal-polyfill";

import type { LedPriority } from "#app/domain/priorities/priority-view.ts";
import { isPastDue, statementDays } from "#app/domain/priorities/rules.ts";
import { showDate } from "#app/domain/shared/dates.ts";

import type { Task } from "./rules.ts";

/** What of each priority needs its lead: what is worst comes alone. */
export function priorityTasks(led: readonly LedPriority[], today: string): Task[] {
  return led.flatMap((priority): Task[] => {
    const { number, title, state, dueOn, saidOn } = priority;
    const path = `/priorities/${String(number)}`;
    const next = Temporal.PlainDate.from(saidOn).add({ days: statementDays }).toString();
    if (isPastDue(priority, today)) return [{ text: `Say what came of priority ${String(number)}, or move its due date`, path, about: title, date: dueOn, due: { text: `Was due ${showDate(dueOn)}`, tone: "red" } }];
    if (state === "off-track") return [{ text: `Bring priority ${String(number)} back on track`, path, about: title, date: saidOn, due: { text: "Off track", tone: "red" } }];
    if (today >= next) return [{ text: `Say how priority ${String(number)} stands`, path: `${path}/state`, about: title, date: next, due: { text: `Last said ${showDate(saidOn)}`, tone: "yellow" } }];
    return [];
  });
}
