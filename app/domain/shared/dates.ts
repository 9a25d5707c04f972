import { Temporal } from "temporal-polyfill";

import { longDate } from "./long-date.ts";

/** "30 September 2026", from an ISO date or a moment (shown in London). */
export function showDate(value: string | Date): string {
  return longDate(typeof value === "string" && value.length === 10 ? value : inLondon(value).toPlainDate().toString());
}

/** "30 September 2026 at 9:05am", London time. */
export function showMoment(value: string | Date): string {
  const local = inLondon(value);
  const hour = local.hour % 12 === 0 ? 12 : local.hour % 12;
  return `${showDate(value)} at ${hour}:${String(local.minute).padStart(2, "0")}${local.hour < 12 ? "am" : "pm"}`;
}

function inLondon(value: string | Date): Temporal.ZonedDateTime {
  const instant = typeof value === "string" ? Temporal.Instant.from(value) : Temporal.Instant.fromEpochMilliseconds(value.getTime());
  return instant.toZonedDateTimeISO("Europe/London");
}

/** The day a moment falls on in London, "2026-09-30". */
export function dayInLondon(moment: Date): string {
  return inLondon(moment).toPlainDate().toString();
}

/** Whole days from one ISO date to another; negative when `to` has passed. */
export function daysUntil(from: string, to: string): number {
  return Temporal.PlainDate.from(from).until(Temporal.PlainDate.from(to)).days;
}

/** The ISO date of the day before. */
export function dayBefore(date: string): string {
  return Temporal.PlainDate.from(date).subtract({ days: 1 }).toString();
}

/** The ISO date of the day after. */
export function nextDay(date: string): string {
  return Temporal.PlainDate.from(date).add({ days: 1 }).toString();
}

/** "March 2026", from "2026-03". */
export function showMonth(value: string): string {
  return Temporal.PlainYearMonth.from(value).toPlainDate({ day: 1 }).toLocaleString("en-GB", { month: "long", year: "numeric" });
}
