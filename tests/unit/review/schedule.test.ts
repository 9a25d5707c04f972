import { describe, expect, test } from "vitest";

import { scheduleForm } from "#app/domain/documents/schedule/forms.server.ts";
import { londonTime, timeInLondon } from "#app/domain/documents/schedule/london-time.ts";
import { isLate } from "#app/domain/documents/schedule/rules.ts";

const isoOf = (date: string, time: string) => {
  const named = londonTime(date, time);
  return named.ok ? named.at.toISOString() : named.problem;
};

describe("a time in London", () => {
  test.each([
    ["2026-10-05", "9am", "2026-10-05T08:00:00.000Z"],
    ["2026-10-05", "9:00am", "2026-10-05T08:00:00.000Z"],
    ["2026-10-05", " 9.30 PM ", "2026-10-05T20:30:00.000Z"],
    ["2026-10-05", "13:30", "2026-10-05T12:30:00.000Z"],
    ["2026-10-05", "09:00", "2026-10-05T08:00:00.000Z"],
    ["2026-10-05", "noon", "2026-10-05T11:00:00.000Z"],
    ["2026-10-05", "12:15am", "2026-10-04T23:15:00.000Z"],
    ["2026-10-05", "00:00", "2026-10-04T23:00:00.000Z"],
    ["2026-12-07", "9:00am", "2026-12-07T09:00:00.000Z"],
    ["2026-10-25", "12:59am", "2026-10-24T23:59:00.000Z"],
    ["2026-10-25", "2:00am", "2026-10-25T02:00:00.000Z"],
    ["2027-03-28", "12:59am", "2027-03-28T00:59:00.000Z"],
    ["2027-03-28", "2:00am", "2027-03-28T01:00:00.000Z"],
  ])("%s at %s is %s", (date, time, iso) => {
    expect(isoOf(date, time)).toBe(iso);
  });

  test.each(["1:00am", "1:30am", "01:59"])("%s on the night the clocks go forward does not exist", (time) => {
    expect(isoOf("2027-03-28", time)).toBe("That time does not exist: the clocks go forward that night, from 1am to 2am. Enter a time before 1am or from 2am");
  });

  test.each(["1:00am", "1:30am", "01:59"])("%s on the night the clocks go back happens twice", (time) => {
    expect(isoOf("2026-10-25", time)).toBe("That time happens twice: the clocks go back that night, from 2am to 1am. Enter a time before 1am or from 2am");
  });

  test.each(["9", "25:00", "9:60am", "13pm", "0am", "nine", "9:0am", "9:00:00"])("%s is not a time", (time) => {
    expect(isoOf("2026-10-05", time)).toBe("Enter a time, like 9:00am or 13:30");
  });

  test("has to be entered", () => {
    expect(isoOf("2026-10-05", " ")).toBe("Enter the time of publication, like 9:00am");
  });

  test("is shown as it is typed, on both sides of the clock change", () => {
    expect(["2026-10-05T08:00:00Z", "2026-12-07T09:00:00Z", "2026-12-07T00:05:00Z", "2026-12-07T12:30:00Z"].map((iso) => timeInLondon(new Date(iso)))).toEqual(["9:00am", "9:00am", "12:05am", "12:30pm"]);
  });
});

describe("the form that sets a time", () => {
  const now = new Date("2026-09-15T10:00:00Z");
  const read = (day: string, month: string, year: string, time: string) => scheduleForm(now).safeParse({ date: { day, month, year }, time });
  const problems = (...typed: Parameters<typeof read>) => read(...typed).error?.issues.map((issue) => [issue.path.join("."), issue.message]);

  test("answers a moment", () => {
    expect(read("5", "10", "2026", "9:00am").data).toEqual({ dueAt: new Date("2026-10-05T08:00:00Z") });
    expect(read("15", "9", "2026", "11:01").success).toBe(true);
    expect(read("15", "9", "2027", "11:00").success).toBe(true);
  });

  test.each<[Parameters<typeof read>, [string, string]]>([
    [["", "", "", "9am"], ["date", "Enter the date of publication, like 1 9 2026"]],
    [["31", "9", "2026", "9am"], ["date", "The date of publication must be a real date, like 1 9 2026"]],
    [["5", "10", "2026", ""], ["time", "Enter the time of publication, like 9:00am"]],
    [["15", "9", "2026", "11:00"], ["date", "That time has passed. Enter a time that is still to come, or publish the version now"]],
    [["15", "9", "2027", "11:01"], ["date", "Enter a date within the next 12 months"]],
    [["28", "3", "2027", "1:30am"], ["time", "That time does not exist: the clocks go forward that night, from 1am to 2am. Enter a time before 1am or from 2am"]],
  ])("%j: %j", (typed, problem) => {
    expect(problems(...typed)).toEqual([problem]);
  });
});

test("is late after five minutes, not before", () => {
  const due = new Date("2026-10-05T08:00:00Z");
  expect([0, 300, 301].map((seconds) => isLate(due, new Date(due.getTime() + seconds * 1_000)))).toEqual([false, false, true]);
});
