import { expect, test } from "vitest";

import { type MeetingFact, meetingTasks, noMeetings } from "#app/domain/home/meeting-tasks.ts";

const fact = (on: string): MeetingFact => ({ meetingId: "m", kind: "sub-group", groupName: "Quality group", startsAt: `${on}T09:00:00Z`, on });

test("meetings that wait for somebody are tasks, verb first, each with its own way", () => {
  const tasks = meetingTasks(
    {
      toAnswer: [{ ...fact("2026-10-01"), since: "2026-09-01" }],
      toPrepare: [fact("2026-09-08"), fact("2026-09-09")],
      toRecord: [fact("2026-09-02")],
      toMinute: [{ ...fact("2026-08-20"), items: 1 }],
      toApprove: [{ ...fact("2026-07-01"), at: "2026-08-20" }],
    },
    "2026-09-08",
  );
  expect(tasks.map(({ text, path, date, due }) => [text, path, date, due.text])).toEqual([
    ["Accept or decline: Quality group, 1 October 2026", "/meetings/m", "2026-09-01", "Since 1 September 2026"],
    ["Write the agenda: Quality group, 8 September 2026", "/meetings/m", "2026-09-08", "Today"],
    ["Write the agenda: Quality group, 9 September 2026", "/meetings/m", "2026-09-09", "In 1 day"],
    ["Record who came: Quality group, 2 September 2026", "/meetings/m/attendance", "2026-09-02", "Since 2 September 2026"],
    ["Write the minutes: Quality group, 20 August 2026", "/meetings/m#agenda", "2026-08-20", "Since 20 August 2026"],
    ["Record that the minutes were approved: Quality group, 1 July 2026", "/meetings/m/approve", "2026-08-20", "Since 20 August 2026"],
  ]);
  expect(tasks[4]?.about).toBe("1 item without minutes");
  expect(meetingTasks(noMeetings, "2026-09-08")).toEqual([]);
});
