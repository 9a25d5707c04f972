import { countOf } from "#app/domain/documents/version-state.ts";
import { datedTitle } from "#app/domain/meetings/rules.ts";
import type { MeetingKind } from "#app/domain/meetings/vocabulary.ts";
import { daysUntil, showDate } from "#app/domain/shared/dates.ts";

import type { Task } from "./rules.ts";

/** A meeting as a task names it. `startsAt` is an ISO moment, `on` its day in London. */
export interface MeetingFact {
  meetingId: string;
  kind: MeetingKind;
  groupName: string | null;
  startsAt: string;
  on: string;
}

/** What of meetings waits for one person. */
export interface MeetingFacts {
  /** Other partnerships propose them to this one. */
  toAnswer: readonly (MeetingFact & { since: string })[];
  /** Soon, with nothing on the agenda. */
  toPrepare: readonly MeetingFact[];
  /** Over, and nobody recorded who came. */
  toRecord: readonly MeetingFact[];
  /** Held, with so many items of which nothing is written. */
  toMinute: readonly (MeetingFact & { items: number })[];
  /** Minuted, and a later meeting of the same kind was held on `at`. */
  toApprove: readonly (MeetingFact & { at: string })[];
}

export const noMeetings: MeetingFacts = { toAnswer: [], toPrepare: [], toRecord: [], toMinute: [], toApprove: [] };

/** From how many days before it an empty agenda is somebody's task, and how many after it minutes are. */
export const meetingNotice = { agenda: 21, minutes: 7 } as const;

export function meetingTasks({ toAnswer, toPrepare, toRecord, toMinute, toApprove }: MeetingFacts, today: string): Task[] {
  const since = (on: string): Task["due"] => ({ text: `Since ${showDate(on)}`, tone: "yellow" });
  const path = ({ meetingId }: MeetingFact, rest = "") => `/meetings/${meetingId}${rest}`;
  return [
    ...toAnswer.map((each) => ({ text: `Accept or decline: ${datedTitle(each)}`, path: path(each), about: "Another partnership proposes that it is a meeting of both", date: each.since, due: since(each.since) })),
    ...toPrepare.map((each) => {
      const days = daysUntil(today, each.on);
      return { text: `Write the agenda: ${datedTitle(each)}`, path: path(each), about: "Nothing is on the agenda yet", date: each.on, due: { text: days === 0 ? "Today" : `In ${countOf(days, "day")}`, tone: "yellow" as const } };
    }),
    ...toRecord.map((each) => ({ text: `Record who came: ${datedTitle(each)}`, path: path(each, "/attendance"), about: "It is over; whether there was a quorum is not known", date: each.on, due: since(each.on) })),
    ...toMinute.map((each) => ({ text: `Write the minutes: ${datedTitle(each)}`, path: path(each, "#agenda"), about: `${countOf(each.items, "item")} without minutes`, date: each.on, due: since(each.on) })),
    ...toApprove.map((each) => ({ text: `Record that the minutes were approved: ${datedTitle(each)}`, path: path(each, "/approve"), about: `The next meeting was held on ${showDate(each.at)}`, date: each.at, due: since(each.at) })),
  ];
}
