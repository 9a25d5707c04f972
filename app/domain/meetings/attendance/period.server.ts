import { z } from "zod";

import { dateField } from "#app/domain/shared/date-field.server.ts";
import { daysOf, yearOf } from "#app/domain/shared/financial-year.ts";

import { type MeetingKind, meetingKinds } from "../vocabulary.ts";

/** From a day to a day, both in it, and of one kind of meeting or all. */
export interface AttendancePeriod {
  from: string;
  to: string;
  kind: MeetingKind | null;
}

const form = z.object({ from: dateField("the first day"), to: dateField("the last day") }).superRefine(({ from, to }, context) => {
  if (to < from) context.addIssue({ code: "custom", path: ["to"], message: "The last day cannot be before the first" });
});

/** Reads the period of an address; without one it is the financial year of today. */
export function readPeriod(parameters: URLSearchParams, today: string): { success: true; period: AttendancePeriod } | { success: false; period: AttendancePeriod; error: z.ZodError } {
  const kind = meetingKinds.find((each) => each === parameters.get("kind")) ?? null;
  const { first, last } = daysOf(yearOf(today));
  const usual = { from: first, to: last, kind };
  const parts = (name: string) => ({ day: parameters.get(`${name}-day`) ?? "", month: parameters.get(`${name}-month`) ?? "", year: parameters.get(`${name}-year`) ?? "" });
  if (!parameters.has("from-day") && !parameters.has("to-day")) return { success: true, period: usual };
  const read = form.safeParse({ from: parts("from"), to: parts("to") });
  return read.success ? { success: true, period: { ...read.data, kind } } : { success: false, period: usual, error: read.error };
}
