import { Temporal } from "temporal-polyfill";
import { z } from "zod";

import { dateField } from "#app/domain/shared/date-field.server.ts";

import { londonTime } from "./london-time.ts";

const mostMonths = 12;

/** When a version is to be published, in London: a moment still to come, at most a year ahead. @param now the one clock */
export function scheduleForm(now: Date) {
  return z.object({ date: dateField("the date of publication"), time: z.string() }).transform(({ date, time }, context) => {
    const refuse = (field: "date" | "time", message: string) => {
      context.addIssue({ code: "custom", path: [field], message });
      return z.NEVER;
    };
    const named = londonTime(date, time);
    if (!named.ok) return refuse(named.field, named.problem);
    if (named.at <= now) return refuse("date", "That time has passed. Enter a time that is still to come, or publish the version now");
    const last = Temporal.Instant.fromEpochMilliseconds(now.getTime()).toZonedDateTimeISO("Europe/London").add({ months: mostMonths });
    if (named.at.getTime() > last.epochMilliseconds) return refuse("date", "Enter a date within the next 12 months");
    return { dueAt: named.at };
  });
}
