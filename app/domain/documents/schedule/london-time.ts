import { Temporal } from "temporal-polyfill";

export type LondonTime = { ok: true; at: Date } | { ok: false; field: "date" | "time"; problem: string };

const askAgain = "Enter a time, like 9:00am or 13:30";

/**
 * The moment that a date and a time of day name in London. Twice a year there is an hour whose times do not exist, or
 * exist twice: those are refused, because nobody could know which was meant.
 * @param date "2026-10-05"
 * @param typed "9am", "9:00am", "13.30", "noon"
 */
export function londonTime(date: string, typed: string): LondonTime {
  const clock = readClock(typed);
  if (!clock) return { ok: false, field: "time", problem: typed.trim() === "" ? "Enter the time of publication, like 9:00am" : askAgain };
  const local = Temporal.PlainDate.from(date).toPlainDateTime(clock);
  const earlier = local.toZonedDateTime("Europe/London", { disambiguation: "earlier" });
  const later = local.toZonedDateTime("Europe/London", { disambiguation: "later" });
  if (earlier.equals(later)) return { ok: true, at: new Date(earlier.epochMilliseconds) };
  const forward = !earlier.toPlainDateTime().equals(local);
  return {
    ok: false,
    field: "time",
    problem: forward
      ? "That time does not exist: the clocks go forward that night, from 1am to 2am. Enter a time before 1am or from 2am"
      : "That time happens twice: the clocks go back that night, from 2am to 1am. Enter a time before 1am or from 2am",
  };
}

function readClock(typed: string): Temporal.PlainTime | null {
  const text = typed.trim().toLowerCase();
  if (text === "noon" || text === "midday") return new Temporal.PlainTime(12);
  const found = /^(\d{1,2})(?:[:.](\d{2}))?\s*(am|pm)?$/.exec(text);
  if (!found) return null;
  const [, typedHour = "", typedMinute, half] = found;
  const hour = Number(typedHour);
  const minute = Number(typedMinute ?? "0");
  // "9" alone might be either half of the day.
  if (minute > 59 || (half === undefined && typedMinute === undefined)) return null;
  if (half === undefined) return hour > 23 ? null : new Temporal.PlainTime(hour, minute);
  if (hour < 1 || hour > 12) return null;
  return new Temporal.PlainTime((hour % 12) + (half === "pm" ? 12 : 0), minute);
}

/** "9:00am", in London: what a form shows for a moment. */
export function timeInLondon(at: Date): string {
  const { hour, minute } = Temporal.Instant.fromEpochMilliseconds(at.getTime()).toZonedDateTimeISO("Europe/London");
  return `${String(hour % 12 === 0 ? 12 : hour % 12)}:${String(minute).padStart(2, "0")}${hour < 12 ? "am" : "pm"}`;
}
